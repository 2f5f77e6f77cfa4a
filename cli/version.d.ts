/** Set by the bundler from package.json. */
declare const TELOS_VERSION: string;
