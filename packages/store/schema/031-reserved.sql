-- Nothing: this number was given to another table that comes beside 032.
select 1;
