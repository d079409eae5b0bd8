import { html } from '@westgate/base';
import { vocabulary } from '@westgate/domain';
import { feedbackList } from '../parts/feedback-list.ts';
import { thingLink } from '../parts/things.ts';
import { answeredFeedback, FEEDBACK_PAGE } from '../site/feedback-of.ts';
import type { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import { word } from '../words/words.ts';

/** All that was asked and publicly answered; none where nothing was. */
export function feedbackPage({ publication }: Site): readonly Page[] {
  const feedback = answeredFeedback(publication);
  if (feedback.length === 0) return [];
  return [
    {
      path: FEEDBACK_PAGE,
      section: 'about',
      write: (at) => ({
        title: word(at, 'feedback.title'),
        description: word(at, 'feedback.count', { count: feedback.length }),
        main: html`<h1>${word(at, 'feedback.title')}</h1>
<p class="lead">${word(at, 'feedback.count', { count: feedback.length })}</p>
${feedbackList(at, feedback, (each) => {
  const thing = vocabulary.FEEDBACK_SUBJECTS.flatMap((kind) => each[kind] ?? [])[0];
  return thing ? thingLink(at, thing) : null;
})}`,
        aside: null,
      }),
    },
  ];
}
