//! The words for what is asked for seldom: appointments, and what nobody brought.

use super::Pair;

/// Name of the field for when somebody is to be seen.
pub const APPOINTED: Pair = ("预约", "Appt");
/// Name of the field for where, beside it.
pub const PLACE: Pair = ("地点", "place");
/// Nobody is to be seen later; the key that says otherwise.
pub const NO_APPOINTMENT: Pair = ("^Y 上门等特殊情况", "^Y home visit or the like");
/// The appointment was switched off, and what stood there is kept.
pub const APPOINTMENT_OFF: Pair = (
    "不再预约；时间和地点还在，再按 ^Y 恢复。",
    "No appointment; time and place are kept: ^Y again.",
);
/// A time of an appointment that cannot be read.
pub const APPOINTED_HOW: Pair = (
    "预约的时间看不懂，请写成 15:30、明天 10:00 或 04-08 10:00。",
    "No time: write it like 15:30, tomorrow 10:00 or 04-08 10:00.",
);
/// Where an appointment is, when nothing is said.
pub const PLACE_HOW: Pair = (
    "上门的地址；空着是在本处",
    "The address to go to; blank is our own place",
);
/// What comes from above may have nobody behind it.
pub const UNNAMED_HOW: Pair = (
    "内部件：领导交办、请示等没有来人的，姓名可以空着",
    "From our own house: an order from above needs no name",
);
