import fc from 'fast-check';

// The same inputs at every run of `make test`, so that it says the same of the same tree; others at every `DEEP=1 make test`.
if (process.env.DEEP === undefined) fc.configureGlobal({ seed: 20_220_720 });
