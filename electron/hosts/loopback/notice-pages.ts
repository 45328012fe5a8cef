/** What a browser shows that may not come in, in words for the person in front of it. */
export function lockedPage(): string {
  return page(
    'Plumbline',
    '<h1>This page is locked</h1><p>The address you followed has been used already, or it is from an earlier start. ' +
      'Start Plumbline again and use the address it prints.</p><p><a href="/">Try again</a></p>',
  );
}

/** A same-site step: browsers send a strict cookie only when the step before was ours. */
export function bouncePage(): string {
  return page(
    'Opening Plumbline',
    '<p>Opening Plumbline…</p><p><a href="/">Continue</a></p>',
    '<meta http-equiv="refresh" content="0;url=/">',
  );
}

function page(title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><main>${body}</main></body></html>`;
}
