import type { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import { aboutPage, sourcesPage } from './about.ts';
import { commitmentPages } from './commitment.ts';
import { commitmentList } from './commitment-list.ts';
import { dataPage } from './data.ts';
import { departmentList } from './department-list.ts';
import { eventList } from './event.ts';
import { feedbackPage } from './feedback.ts';
import { homePage } from './home.ts';
import { indicatorList, indicatorPages } from './indicator.ts';
import { placePages } from './place.ts';
import { placeList } from './place-list.ts';
import { plainPages } from './plain.ts';
import { planPages } from './plan.ts';
import { projectList, projectPages } from './project.ts';
import { spacePage } from './space.ts';

/** Every page of the site, each to be written once in each edition. */
export function pagesIn(site: Site): readonly Page[] {
  return [
    homePage(site),
    ...planPages(site),
    ...commitmentList(site),
    ...commitmentPages(site),
    ...placeList(site),
    ...placePages(site),
    ...projectList(site),
    ...projectPages(site),
    ...eventList(site),
    ...indicatorList(site),
    ...indicatorPages(site),
    ...spacePage(site),
    ...plainPages(site),
    departmentList(site),
    ...feedbackPage(site),
    dataPage(site),
    aboutPage(site),
    sourcesPage(site),
  ];
}
