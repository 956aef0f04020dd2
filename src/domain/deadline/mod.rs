//! When a limit ends, and why.
