import { useAsk } from '../api/ask.ts';
import { ProblemError } from '../api/client.ts';
import { useDistrict } from '../api/questions.ts';

/**
 * The district as of the day in the address. Where that day is refused, as it lies outside the days of the district, it is the district of today,
 * so that the frame stays and says so.
 */
export function useDistrictShown() {
  const asked = useDistrict();
  const isDayRefused = saysDayRefused(asked.error);
  const today = useAsk('district', {}, isDayRefused);
  return { answer: isDayRefused ? today : asked, isDayRefused };
}

function saysDayRefused(error: Error | null): boolean {
  const problem = error instanceof ProblemError ? error.problem : null;
  return problem?.code === 'WG_INPUT_INVALID' && problem.details?.field === 'asOf';
}
