/** Codes of the lists that OC4IDS 0.9.5 names, written from the standard; a list is closed or open where it is used. */
const LISTS = {
  assetClass: 'debt equity',
  classificationScheme: 'sdg sdgTarget icms costIdsLegalType costIdsAdministrativeLevel ifc-environmental-social',
  climateMeasure: `
    embodiedEnergyReduction embodiedEmissionReduction fugitiveEmissionReduction renewableEnergySources carbonCapture
    recycledMaterials regenerativeDesign locationAnalysis climateRiskAnalysis`,
  climateOversightTypes: 'internal external',
  conservationMeasure: `
    locationAnalysis biologicalCorridors natureBasedSolutions habitatRestoration setAsides invasiveSpeciesManagement
    habitatLossReduction pollutionReduction soilManagement waterManagement airManagement biodiversityOffsets`,
  constructionMaterial: 'asphalt aggregate brick cement concrete metal mortar plywood resinAndPolymer soil stone timber',
  contractNature: 'design construction supervision',
  contractingProcessStatus: 'pre-award active closed',
  costCategory: 'acquisition construction renewal operation maintenance endOfLife',
  country: `
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
    CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
    GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH
    KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW
    MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC
    SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY
    UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW`,
  currency: `
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE
    CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ
    GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL
    LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN
    PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD
    TZS UAH UGX USD USN UYI UYU UYW UZS VES VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XDR XOF XPD XPF XPT XSU XTS XUA
    XXX YER ZAR ZMW ZWL ADP AFA ALK AOK AON AOR ARA ARP ARY ATS AYM AZM BAD BEC BEF BEL BGJ BGK BGL BOP BRB BRC BRE BRN
    BRR BUK BYB BYR CHC CSD CSJ CSK CYP DDM DEM ECS ECV EEK ESA ESB ESP FIM FRF GEK GHC GHP GNE GNS GQE GRD GWE GWP HRD
    IEP ILP ILR ISJ ITL LAJ LSM LTL LTT LUC LUF LUL LVL LVR MGF MLF MRO MTL MTP MVQ MXP MZE MZM NIC NLG PEH PEI PES PLZ
    PTE RHD ROK ROL RUR SDD SDP SIT SKK SRG STD SUR TJR TMM TPE TRL UAK UGS UGW USS UYN UYP VEB VEF VNC XEU XFO XFU XRE
    YDD YUD YUM YUN ZAL ZMK ZRN ZRZ ZWC ZWD ZWN ZWR`,
  debtRepaymentPriority: 'senior subordinated',
  documentType: `
    plannedProcurementNotice tenderNotice awardNotice contractNotice completionCertificate procurementPlan
    biddingDocuments technicalSpecifications evaluationCriteria evaluationReports contractDraft contractSigned
    contractArrangements physicalProgressReport financialProgressReport hearingNotice marketStudies eligibilityCriteria
    clarifications shortlistedFirms environmentalImpact assetAndLiabilityAssessment riskProvisions winningBid complaints
    contractAnnexe contractGuarantees subContract feasibilityStudy projectPlan billOfQuantity bidders conflictOfInterest
    debarments illustration submissionDocuments contractSummary cancellationDetails valueForMoneyAnalysis
    serviceDescription estimatedDemand evaluationCommittee requestForQualification minutes negotiationParameters
    defaultEvents termination performanceReport needsAssessment socialImpact landAndSettlementImpact projectScope
    resettlementPlan projectEvaluation budgetApproval budgetAmendmentApproval financialAgreement financialAuditReport
    technicalAuditReport qualityAssuranceReport incorporationCertificate contractAmendment designReport paymentCertificate
    escalationApproval climateMeasures conservationMeasures environmentalMeasures policyAlignment
    procurementStrategyRiskAssessment lifeCycleCostMethodology costBenefitAnalysis environmentalExemption
    climateAndDisasterRiskAssessment climateTransformation decommissioningPlans impactMethodology inclusiveDesign
    inclusiveImplementation supplierEnvironmentalCertification supplierHealthAndSafetyCertification
    antiCorruptionCertification oversightReport informationRequest informationRequestResponse buildingInspectionReport
    ghgEmissionsForecast ghgEmissionsReduction ghgEmissions abatementCostMethodology minutes.lobbyingMeeting
    minutes.consultationMeeting consultationMeetingInvitation materialTestResults maintenancePlan`,
  environmentalGoal: 'climateChangeAdaptation climateChangeMitigation',
  environmentalMeasure: 'wasteManagement constructionWasteDisposal materialSourcing naturalResourceUse waterContaminationManagement',
  financingArrangementType: 'bond loan hybrid shares.listed shares.unlisted grant guarantee',
  financingPartyType: 'institutional commercial bilateral multilateral vendor other',
  geometryType: 'Point MultiPoint LineString MultiLineString Polygon MultiPolygon',
  laborObligations: `
    minimumWage paidOvertime weeklyRestProtection forcedLaborProhibition childLaborProhibition equalOpportunities
    nondiscrimination grievanceMechanism workingAtHeight undergroundWork materialsEquipmentHandling accidentMonitoring
    trafficManagement accommodation protectivePersonalEquipment`,
  locationGazetteers: 'NUTS ISO2 GEONAMES OSMN OSMR OSMW WDPA',
  method: 'open selective limited direct',
  metricID: 'financialProgress physicalProgress',
  milestoneCode: `
    projectApproval commercialClose financialClose commencement completion commissioning enquiryPeriodStart
    enquiryPeriodEnd draftFinalTender`,
  milestoneStatus: 'scheduled met notMet partiallyMet',
  milestoneType: 'preProcurement approval engagement assessment delivery reporting financing payment procurement contractClose',
  modificationType: 'duration value scope',
  partyRole: `
    buyer procuringEntity supplier tenderer funder enquirer payer payee reviewBody interestedParty publicAuthority
    administrativeEntity climateFinanceFocalPoint independentMonitor`,
  policyAlignment: `
    SDG nationalPlan infrastructurePlan sectorPlan procurementPlan parisAgreement nationallyDeterminedContribution
    nationalAdaptationPlan mediumTermFiscalFramework`,
  projectSector: `
    education health energy energy.solar energy.wind energy.hydropower energy.biomass energy.geothermal communications
    waterAndWaste governance economy cultureSportsAndRecreation transport transport.air transport.water transport.rail
    transport.road transport.urban transport.lowCarbon socialHousing naturalResources naturalResources.floodProtection`,
  projectStatus: 'identification preparation implementation completion maintenance decommissioning decommissioned cancelled',
  projectType: 'construction rehabilitation replacement expansion decommissioning',
  relatedProject: 'construction rehabilitation replacement expansion',
  relatedProjectScheme: 'oc4ids',
  releaseTag: `
    planning planningUpdate tender tenderAmendment tenderUpdate tenderCancellation award awardUpdate awardCancellation
    contract contractUpdate contractAmendment implementation implementationUpdate contractTermination compiled`,
  sustainabilityStrategy: `
    awardCriteria contractPerformanceConditions marginOfPreference reservedParticipation selectionCriteria
    technicalSpecifications euGPPCriteria nationalGPPCriteria otherGPPCriteria`,
  unitClassificationScheme: 'UNCEFACT QUDT',
} as const;

export type CodeList = keyof typeof LISTS;

const split = new Map<CodeList, ReadonlySet<string>>();

/** The codes of a list, split when they are first asked for. */
export function codesOf(list: CodeList): ReadonlySet<string> {
  const codes = split.get(list) ?? new Set(LISTS[list].trim().split(/\s+/));
  split.set(list, codes);
  return codes;
}
