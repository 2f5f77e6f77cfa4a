// The frame of the preview page: one script, one style sheet, and a policy that allows nothing else. It must not know vscode.

interface Frame {
  nonce: string;
  script: string;
  style: string;
}

/** No network, no inline code, no eval: what the page draws it computes from the messages it gets. */
export function pageFrame({ nonce, script, style }: Frame): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta property="csp-nonce" content="${nonce}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Telos preview</title>
<link rel="stylesheet" nonce="${nonce}" href="${style}">
</head>
<body>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}
