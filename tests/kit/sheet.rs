//! Sheets as people make them, and the place of every mistake in them.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test file uses a part of it"
)]

use rust_xlsxwriter::Workbook;
use serde_json::Value;

/// One sheet: a name, and rows of which the first is the heading.
#[derive(Clone)]
pub struct Sheet {
    pub name: &'static str,
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    pub fn new(name: &'static str, heading: &str) -> Self {
        Self {
            name,
            rows: vec![heading.split(' ').map(str::to_owned).collect()],
        }
    }

    pub fn row(&mut self, cells: &[&str]) {
        assert_eq!(cells.len(), self.rows[0].len());
        self.rows
            .push(cells.iter().map(|one| (*one).to_owned()).collect());
    }

    /// Writes into the cell of this row (from 1) and column.
    pub fn set(&mut self, row: usize, column: &str, text: &str) {
        let at = self.rows[0].iter().position(|one| one == column).unwrap();
        text.clone_into(&mut self.rows[row - 1][at]);
    }

    pub fn get(&self, row: usize, column: &str) -> String {
        let at = self.rows[0].iter().position(|one| one == column).unwrap();
        self.rows[row - 1][at].clone()
    }

    pub fn csv(&self) -> String {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(",");
        self.rows.iter().map(line).collect::<Vec<_>>().join("\r\n") + "\r\n"
    }
}

/// A workbook of these sheets; cells that look like short numbers are numbers,
/// as when they are typed, save in columns of codes.
pub fn workbook(sheets: &[&Sheet]) -> Vec<u8> {
    let mut book = Workbook::new();
    for sheet in sheets {
        let to = book.add_worksheet();
        to.set_name(sheet.name).unwrap();
        for (row, cells) in (0_u32..).zip(&sheet.rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                let coded = sheet.rows[0][usize::from(column)].contains("编码");
                match cell.parse::<f64>() {
                    Ok(number) if !coded && cell.len() < 6 => {
                        to.write_number(row, column, number).unwrap();
                    }
                    _ if cell.is_empty() => {}
                    _ => {
                        to.write_string(row, column, cell).unwrap();
                    }
                }
            }
        }
    }
    book.save_to_buffer().unwrap()
}

const STEPS: &str = "受理:1;审核:3;决定:1";

/// 事项 of a sound catalogue.
pub fn matters(count: usize) -> Sheet {
    let mut sheet = Sheet::new(
        "事项",
        "实施编码 事项名称 承办部门 办件类型 法定时限 法定时限单位 承诺时限 承诺时限单位 办理流程 \
         受理条件 收费 设定依据 办理地点 办理时间 咨询电话 监督电话 生效日期 取消日期",
    );
    for nth in 1..=count {
        let code = format!("11{nth:010}");
        let name = format!("第{nth}号事项");
        let at_once = nth % 4 == 0;
        let (case, promised, steps) = if at_once {
            ("即办件", "0", "受理:0")
        } else {
            ("承诺件", "5", STEPS)
        };
        sheet.row(&[
            &code,
            &name,
            "税政科",
            case,
            "20",
            "工作日",
            promised,
            "工作日",
            steps,
            "本地居民",
            "不收费",
            "某条例第三条",
            "二楼",
            "工作日",
            "见公示牌",
            "见公示牌",
            "2026-01-01",
            "",
        ]);
    }
    sheet
}

/// 材料 of a sound catalogue, spread over the matters.
pub fn documents(matters: usize, count: usize) -> Sheet {
    let mut sheet = Sheet::new(
        "材料",
        "实施编码 材料名称 材料形式 原件份数 复印件份数 来源渠道 必要性 情形 任选组 填报须知 依据",
    );
    for nth in 0..count {
        let code = format!("11{:010}", nth % matters + 1);
        let name = format!("第{}件材料", nth / matters + 1);
        let (kind, originals, copies) = match nth % 3 {
            0 => ("原件", "1", "0"),
            1 => ("复印件", "0", "2"),
            _ => ("原件和复印件", "1", "1"),
        };
        let when = if nth % 7 == 0 {
            "委托他人办理"
        } else {
            ""
        };
        let source = if nth % 2 == 0 {
            "申请人自备"
        } else {
            "公安机关"
        };
        sheet.row(&[
            &code,
            &name,
            kind,
            originals,
            copies,
            source,
            "必要",
            when,
            "",
            "用黑色笔填写",
            "某条例第四条",
        ]);
    }
    sheet
}

/// Findings by sheet, row, column and code.
pub fn places(found: &Value) -> Vec<(String, u64, String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let all = found.as_array().unwrap().iter();
    all.map(|one| {
        assert!(!text(&one["message"]).is_empty());
        (
            text(&one["sheet"]),
            one["row"].as_u64().unwrap(),
            text(&one["column"]),
            text(&one["code"]),
        )
    })
    .collect()
}
