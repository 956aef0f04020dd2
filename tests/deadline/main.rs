//! Due times: the rules, the calendar, the explanation, and the mistakes others made.

mod kit;
mod oracle;

mod calendar;
mod explain;
mod mistakes;
mod properties;
mod rules;
