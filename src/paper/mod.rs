//! Slips, notices and handover sheets as text of a given width.
