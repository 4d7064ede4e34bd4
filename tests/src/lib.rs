//! The conformance host and what the black-box suites share.
