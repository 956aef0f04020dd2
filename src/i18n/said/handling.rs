//! What was done about how an inquiry is passed on, held and judged.

use crate::domain::command::Command;

/// The sentence in both languages; empty for any other command.
pub(super) fn done(number: &str, command: &Command) -> (String, String) {
    if let Command::RuleOnHandling(c) = command {
        (
            format!("已裁定 {number} 由{}办理，不得再退", c.department),
            format!("Ruled that {} handles {number}, for good", c.department),
        )
    } else if let Command::Coordinate(_) = command {
        (
            format!("已填报协调单 {number}(内部)，请继续向来人负责"),
            format!("Raised the coordination slip of {number} (internal): it stays yours"),
        )
    } else if let Command::Reassign(c) = command {
        (
            format!(
                "已改派 {number} 给{}，时限不变。请告知来人(L)",
                c.department
            ),
            format!(
                "Reassigned {number} to {}; no clock moved. Tell the visitor (L)",
                c.department
            ),
        )
    } else if let Command::Attempt(c) = command {
        if c.reached {
            (
                format!("已记录 {number}：联系上了"),
                format!("Recorded for {number}: reached"),
            )
        } else {
            (
                format!("已记录 {number}：没有联系上"),
                format!("Recorded for {number}: not reached"),
            )
        }
    } else if let Command::TellHolder(_) = command {
        (
            format!("已记录来人知道 {number} 由谁承办"),
            format!("Recorded that the visitor knows who holds {number}"),
        )
    } else if let Command::SignHandling(_) = command {
        (
            format!("已记录 {number} 的处理情况签字"),
            format!("Recorded the signature on how {number} was handled"),
        )
    } else {
        of_documents(number, command)
    }
}

fn of_documents(number: &str, command: &Command) -> (String, String) {
    if let Command::KeepDocuments(_) = command {
        (
            format!("已代收 {number} 的材料，交还之前不能办结"),
            format!("Keeping the documents of {number}: give them back before closing"),
        )
    } else if let Command::TakeCustody(_) = command {
        (
            format!("已点清接下 {number} 的代收材料"),
            format!("Took over the documents of {number}, counted"),
        )
    } else if let Command::GiveBackDocuments(_) = command {
        (
            format!("已交还 {number} 的代收材料"),
            format!("Gave the documents of {number} back"),
        )
    } else if let Command::ExcuseBreach(c) = command {
        (
            format!("已记下 {number} {} 超时的理由，记录保留", c.clock),
            format!(
                "Recorded the excuse for {} of {number}; the breach stays",
                c.clock
            ),
        )
    } else if let Command::ReviewBreach(c) = command {
        (
            format!("已审核 {number} 的 {}，记录保留", c.clock),
            format!("Judged {} of {number}; the breach stays", c.clock),
        )
    } else if let Command::RecordBreach(c) = command {
        (
            format!("已记 {number} 违反 {}", c.rule),
            format!("Recorded that {} was broken in {number}", c.rule),
        )
    } else {
        (String::new(), String::new())
    }
}
