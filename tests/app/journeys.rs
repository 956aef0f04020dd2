//! Whole ways through the app, typed as keys on a register of made-up people.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::journey::{INVOICES, PIN, TO_CHEN, door, handed, journey, journey_under};
use shouwen::i18n::Lang;

const BOTH: [Lang; 2] = [Lang::Zh, Lang::En];

#[test]
fn a_visitor_is_registered_by_initials_and_both_clocks_stand_beside_the_form() {
    for (lang, one, three, clause) in [
        (
            Lang::Zh,
            "流转签收    1个工作日  04-07 17:30",
            "3个工作日 签收后起算",
            "D9 九「在1个工作日内",
        ),
        (
            Lang::En,
            "1 working day  04-07 17:30",
            "3 working days  once signed for",
            "D9 art. 九: “在1个工作日内",
        ),
    ] {
        let mut li = journey();
        li.speak(lang)
            .keys("113900000001<enter>赵小满<enter><enter>fply")
            .shows(lang.pick("1 发票领用", "1 Invoice issue"))
            .keys("<enter><enter>3cj<enter>")
            .shows(one)
            .shows(three)
            .shows(clause)
            .keys("<enter>")
            .shows(lang.pick("已登记 20260403-0001", "20260403-0001"));
    }
}

#[test]
fn the_queue_shows_the_due_time_with_its_clause_and_how_it_came_about() {
    for lang in BOTH {
        let (mut li, _) = handed(lang);
        li.keys("<f2>v")
            .shows("20260403-0001")
            .shows("04-07 17:30")
            .shows(lang.pick("D9 九", "D9 art. 九"))
            .keys("e")
            .shows("04-06")
            .shows("04-07")
            .shows("17:30")
            .keys("<esc>")
            .hides("04-06");
    }
}

#[test]
fn what_the_other_terminal_does_is_seen_after_a_tick() {
    for lang in BOTH {
        let (mut li, mut chen) = handed(lang);
        li.keys("<f2>v").shows(lang.pick("待签收", "unsigned"));
        chen.shows("20260403-0001")
            .keys("a")
            .shows(lang.pick("先按 s 签收", "press s first"))
            .keys("s")
            .shows(lang.pick("已签收 20260403-0001", "Signed for 20260403-0001"))
            .shows("04-09 17:30");
        li.tick().shows("04-09 17:30");
        chen.keys("a带身份证来一次就能办完<enter>")
            .shows(lang.pick("已答复 20260403-0001", "Answered 20260403-0001"));
        li.tick().shows("带身份证来一次就能办完");
        li.is_whole();
    }
}

#[test]
fn of_two_who_sign_the_second_is_told_who_was_first() {
    for lang in BOTH {
        let (_, mut chen) = handed(lang);
        let mut again = chen.beside("2003");
        chen.keys("s");
        again
            .keys("s")
            .shows(lang.pick("陈静 已于 04-03 16:50 签收", "04-03 16:50"))
            .shows("陈静");
    }
}

#[test]
fn an_agent_is_told_all_that_is_missing_on_a_numbered_notice() {
    for lang in BOTH {
        let mut li = journey();
        li.speak(lang)
            .keys("<f1>13800000000<enter>周满<enter><enter>bdczy<enter><enter>7<enter>")
            .shows("20260403-0001")
            .keys("<tab> <tab>34")
            .shows(lang.pick("已带 2", "2 of 6 brought"))
            .keys("i1")
            .shows("告〔2026〕1号")
            .keys("<esc>")
            .keys("<f2>")
            .shows("20260403-0001");
        li.is_whole();
    }
}

#[test]
fn what_came_wrongly_is_returned_with_an_opinion() {
    for lang in BOTH {
        let (mut li, mut chen) = handed(lang);
        chen.keys("sr")
            .keys("缺委托书<enter>征管科<enter>")
            .shows(lang.pick("已退回 20260403-0001", "Returned 20260403-0001"));
        li.keys("<f2>").tick().shows("缺委托书");
        li.keys("a已补齐<enter>c<enter>")
            .shows(lang.pick("已办结 20260403-0001", "Closed 20260403-0001"))
            .hides(lang.pick("待处理", "to handle"));
        li.is_whole();
    }
}

#[test]
fn an_extension_without_a_law_behind_it_is_refused_with_that_reason() {
    for lang in BOTH {
        let mut li = journey();
        li.speak(lang)
            .keys(INVOICES)
            .keys("<f2>x")
            .shows(lang.pick("都没有给延期", "extension"))
            .hides(lang.pick("延长多少", "By how many"))
            .shows("04-09 17:30");
    }
}

#[test]
fn nothing_is_closed_that_has_no_answer() {
    for lang in BOTH {
        let mut li = journey();
        li.speak(lang)
            .keys(INVOICES)
            .keys("<f2>c")
            .shows(lang.pick("先答复来人", "answer the visitor first"))
            .keys("a已答复<enter>c<enter>")
            .shows(lang.pick("已办结 20260403-0001", "Closed 20260403-0001"));
        li.is_whole();
    }
}

#[test]
fn the_filter_narrows_while_typing_and_lets_go_again() {
    for lang in BOTH {
        let mut li = journey();
        li.speak(lang)
            .keys(INVOICES)
            .keys("<f1>13900000002<enter>钱多<enter><enter><enter>问什么<enter><enter>")
            .keys("<f2>")
            .shows("20260403-0001")
            .shows("20260403-0002")
            .keys("/赵")
            .shows("20260403-0001")
            .hides("20260403-0002")
            .keys("<enter><esc>")
            .shows("20260403-0002")
            .keys("/qd")
            .shows("20260403-0002")
            .hides("20260403-0001")
            .keys("<enter><esc>/fply")
            .shows("20260403-0001")
            .hides("20260403-0002")
            .keys("<enter><esc>")
            .shows("20260403-0002")
            .keys("/没有这个人")
            .hides("20260403-0001")
            .keys("<esc>")
            .shows("20260403-0001");
    }
}

#[test]
fn help_and_palette_name_every_key_of_the_screen() {
    for lang in BOTH {
        let mut li = journey();
        li.speak(lang)
            .keys("?")
            .shows(lang.pick("签收转来的件", "Sign for a leg"))
            .keys("<esc><c-p>jiaojie")
            .shows(lang.pick("到交接班", "Go to the shift handover"))
            .keys("<enter>")
            .shows(lang.pick("[4交接]", "[4Handover]"))
            .keys("<c-p>gz<enter>")
            .shows(lang.pick("[3告知]", "[3Checklist]"))
            .keys("<esc><f2><c-p>queue<esc>")
            .shows(lang.pick("[2待办]", "[2Queue]"));
    }
}

#[test]
fn the_language_changes_everywhere_and_keeps_what_was_typed() {
    let mut li = journey();
    li.keys("<f1>13900000001<enter>赵小满")
        .shows("姓名")
        .keys("<f8>")
        .shows("Name")
        .shows("赵小满")
        .keys("<c-p>yuyan<enter>")
        .shows("姓名")
        .shows("赵小满");
}

#[test]
fn the_head_tells_who_and_when_at_eighty_columns() {
    for lang in BOTH {
        journey().speak(lang).shows("李明").shows("16:50");
    }
}

#[test]
fn the_door_opens_to_the_right_pin_only() {
    for lang in BOTH {
        let mut li = door();
        li.speak(lang)
            .keys("<enter>")
            .shows(lang.pick("请先输入工号", "Enter your staff number first"))
            .keys("1001<enter>135791<enter>")
            .shows(lang.pick("工号或 PIN 不对", "The staff number or the PIN is wrong"))
            .hides("135791")
            .keys(PIN)
            .keys("<enter>")
            .shows(lang.pick("[2待办]", "[2Queue]"))
            .keys("<c-l>")
            .hides(lang.pick("[2待办]", "[2Queue]"))
            .keys("8888<enter>135790<enter>")
            .shows(lang.pick("工号或 PIN 不对", "The staff number or the PIN is wrong"));
    }
}

#[test]
fn too_many_wrong_tries_lock_the_number_and_say_until_when() {
    for lang in BOTH {
        let mut li = door();
        li.speak(lang).keys("1001<enter>");
        for _ in 0..10 {
            li.keys("111222<enter>");
        }
        li.shows(lang.pick("错了太多次", "Too many wrong tries"))
            .shows("04-03 ")
            .keys(PIN)
            .keys("<enter>")
            .shows(lang.pick("错了太多次", "Too many wrong tries"));
    }
}

#[test]
fn a_drawn_pin_is_changed_at_the_first_sign_in() {
    for lang in BOTH {
        let mut zhou = door();
        zhou.speak(lang)
            .keys("1002<enter>135790<enter>")
            .shows(lang.pick("请设自己的 PIN", "Choose your own PIN"))
            .keys("246801<enter>246802<enter>")
            .shows(lang.pick("两次不一样", "They differ"))
            .keys("135790<enter>135790<enter>")
            .shows(lang.pick("不能用旧的", "not the old one"))
            .keys("111111<enter>111111<enter>")
            .shows(lang.pick("不能全同", "not all the same"))
            .keys("246801<enter>246801<enter>")
            .shows("周岚")
            .keys("<c-l>1002<enter>135790<enter>")
            .shows(lang.pick("不对", "wrong"))
            .keys("246801<enter>")
            .shows(lang.pick("[2待办]", "[2Queue]"));
        zhou.is_whole();
    }
}

#[test]
fn a_half_typed_form_is_offered_again_to_its_person_only() {
    for lang in BOTH {
        let mut li = journey();
        li.speak(lang).keys("<f1>13900000001<enter>赵小满").tick();
        let fresh = li.fresh();
        drop(li);
        let mut other = fresh.beside("3001");
        other
            .speak(lang)
            .hides(lang.pick("草稿", "draft"))
            .keys("<f1>")
            .hides("赵小满");
        let mut again = fresh.beside("1001");
        again
            .speak(lang)
            .keys("<f1>")
            .shows("13900000001")
            .shows("赵小满")
            .keys("<enter><enter>fply<enter><enter><enter>")
            .shows("20260403-0001");
        fresh
            .beside("1001")
            .speak(lang)
            .keys("<f1>")
            .hides("赵小满");
    }
}

#[test]
fn what_lies_half_typed_is_told_at_the_next_sign_in() {
    for (lang, words) in [
        (Lang::Zh, "有未保存的草稿"),
        (Lang::En, "drafts not saved yet"),
    ] {
        let mut li = journey();
        li.speak(lang).keys("<f1>赵").hang_up();
        let mut again = li.fresh();
        again
            .speak(lang)
            .keys("1001<enter>135790<enter>")
            .shows(words);
    }
}

#[test]
fn an_answer_half_typed_in_the_queue_is_kept_too() {
    let mut li = journey();
    li.keys(INVOICES).keys("<f2>a请带身份证").hang_up();
    li.beside("1001")
        .shows("请带身份证")
        .keys("<enter>")
        .shows("已答复");
}

#[test]
fn on_too_small_a_screen_nothing_is_lost() {
    for lang in BOTH {
        let mut li = journey();
        li.speak(lang).keys("<f1>13900000001<enter>赵小");
        for (width, height) in [(79, 24), (80, 23), (20, 5), (1, 1)] {
            li.size(width, height).hides("赵小");
        }
        li.size(60, 20)
            .shows(lang.pick("太小", "too small"))
            .keys("满")
            .size(80, 24)
            .shows("赵小满")
            .size(120, 40)
            .shows("赵小满");
    }
}

#[test]
fn hanzi_where_a_command_is_expected_tell_to_switch_the_input_method() {
    for lang in BOTH {
        let mut li = journey();
        li.speak(lang)
            .keys("签")
            .shows(lang.pick("请切换到英文输入", "switch to English input"))
            .keys("<f1>签<f2>")
            .hides(lang.pick("请切换到英文输入", "switch to English input"));
    }
}

#[test]
fn a_megabyte_into_any_field_is_cut_and_said() {
    let megabyte = "责任\n".repeat(150_000);
    for lang in BOTH {
        let mut li = journey();
        li.speak(lang)
            .keys("<f1><tab><tab><tab><tab>")
            .paste(&megabyte)
            .shows("责任")
            .keys("<f2>")
            .keys(INVOICES);
        let mut door = li.fresh();
        door.paste(&megabyte)
            .keys("<enter>")
            .paste(&megabyte)
            .keys("<enter>");
        let mut filter = li.beside("1001");
        filter.keys("/").paste(&megabyte).keys("<esc>").shows("[2");
        filter
            .keys("<c-p>")
            .paste(&megabyte)
            .keys("<esc>")
            .shows("[2");
    }
}

#[test]
fn leaving_keeps_the_draft_and_ends() {
    let mut li = journey();
    li.keys("<f1>赵<c-q>");
    assert!(li.is_over());
    assert!(li.beside("1001").keys("<f1>").screen().contains('赵'));
    let mut li = journey();
    li.keys("q");
    assert!(li.is_over());
}

#[test]
fn the_shift_is_handed_over_item_by_item_and_signed_by_both() {
    for lang in BOTH {
        let mut li = journey();
        li.speak(lang)
            .keys(INVOICES)
            .keys("<f4>nsw<enter>公章在抽屉<enter>")
            .shows("20260403-0001")
            .shows(lang.pick("已接 0 / 2", "taken 0 / 2"))
            .keys("s")
            .shows(lang.pick("还有 2 件没有接", "2 items"))
            .keys(" ")
            .shows(lang.pick("请 孙卫 本人输入 PIN", "PIN"))
            .keys("111222<enter>")
            .shows(lang.pick("不对", "wrong"))
            .keys(PIN)
            .hides(PIN)
            .keys("<enter> ")
            .shows(lang.pick("已接 2 / 2", "taken 2 / 2"))
            .keys("sy")
            .shows("孙卫");
        let mut sun = li.beside("3001");
        sun.shows("20260403-0001");
        li.keys("<esc><esc><f2>").hides("20260403-0001");
        li.is_whole();
    }
}

#[test]
fn what_nobody_signed_for_in_time_stands_overdue_on_every_screen() {
    for lang in BOTH {
        let (mut li, mut chen) = handed(lang);
        li.keys("<f2>v").hides(lang.pick("超 0:01", "0:01 over"));
        chen.at("2026-04-07 17:20").tick().shows("0:10");
        li.at("2026-04-07 17:31").tick();
        chen.tick()
            .shows(lang.pick("超期 1", "overdue 1"))
            .keys("s");
        li.tick().shows("04-10 17:30");
        li.is_whole();
    }
}

/// What anyone may press or type, sensible or not.
const KEYS: &[&str] = &[
    "<enter>",
    "<enter>",
    "<enter>",
    "<tab>",
    "<s-tab>",
    "<esc>",
    "<up>",
    "<down>",
    "<left>",
    "<right>",
    "<home>",
    "<end>",
    "<pgup>",
    "<pgdn>",
    "<bs>",
    "<f1>",
    "<f2>",
    "<f3>",
    "<f4>",
    "<f8>",
    "<f9>",
    "<c-s>",
    "<c-x>",
    "<c-b>",
    "<c-g>",
    "<c-t>",
    "<c-p>",
    "<c-u>",
    "<c-w>",
    "<c-k>",
    "<c-y>",
    " ",
    "/",
    "?",
    "a",
    "s",
    "h",
    "r",
    "x",
    "n",
    "c",
    "e",
    "v",
    "V",
    "A",
    "d",
    "b",
    "o",
    "u",
    "i",
    "m",
    "D",
    "p",
    "z",
    "w",
    "g",
    "G",
    "y",
    "j",
    "k",
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "赵",
    "fply",
    "13900000001",
    "税政科 征管科",
    "2003",
    "\u{301}",
    "\u{202e}",
    "👩\u{200d}💻",
    "17:30",
];

#[test]
fn whatever_is_typed_the_app_stands_and_the_record_is_whole() {
    for seed in 1..=4_u64 {
        let mut li = journey();
        li.keys(INVOICES).keys(TO_CHEN).keys("<f2>");
        let mut chen = li.beside("2003");
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        for turn in 0..700_u64 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            let key = KEYS[usize::try_from(state % KEYS.len() as u64).unwrap()];
            let one = if (state >> 20) % 4 == 0 {
                &mut chen
            } else {
                &mut li
            };
            one.keys(key);
            match (state >> 32) % 40 {
                0 => {
                    one.size(120, 40);
                }
                1 => {
                    one.size(80, 24);
                }
                2 => {
                    one.size(1, 1);
                }
                3 => {
                    one.paste("粘\n贴\u{1b}[31m");
                }
                4 => {
                    one.tick();
                }
                _ => {}
            }
            if turn % 3 == 0 {
                let _ = one.screen();
            }
        }
        li.is_whole();
    }
}

/// 信访, from a visitor who gave a name.
const PETITION: &str =
    "<f1><s-tab>xf<enter>13900000001<enter>赵小满<enter><enter><enter>反映噪音<enter><enter>";

#[test]
fn an_order_from_above_is_registered_without_a_visitor() {
    for lang in BOTH {
        let mut li = journey_under("police");
        li.speak(lang)
            .keys("<f1><s-tab>")
            .shows(lang.pick("1 咨询", "1 Question"))
            .keys(lang.pick("ldjb<enter>", "leader<enter>"))
            .shows(lang.pick("没有来人", "no visitor"))
            .keys("<enter>整理一季度台账<enter>3cj<enter>")
            .shows("20260403-0001")
            .keys("<f2>v<enter>")
            .shows(lang.pick("来人 没有来人", "Visitor none"))
            .shows(lang.pick("类型 领导交办事项", "Kind Task from a leader"))
            .shows(lang.pick("在走", "running"))
            .keys("<esc>")
            .shows(lang.pick("领导交办事项", "Task from a leader"));
        li.is_whole();
    }
}

#[test]
fn a_petition_shows_its_own_clocks_and_what_waits_for_a_word() {
    for lang in BOTH {
        let mut li = journey_under("police");
        li.speak(lang)
            .keys("<f1><s-tab>xf<enter>")
            .shows(lang.pick(
                "信访办结          60日  受理后起算",
                "60 calendar days  once accepted",
            ))
            .keys("<c-x>")
            .keys(PETITION)
            .shows("20260403-0001")
            .keys("<f2>A<enter>xD1-L5<enter>30<enter>需要听证<enter>")
            .shows(lang.pick("待领导批", "a supervisor decides"));
        li.is_whole();
    }
}

#[test]
fn a_second_visit_must_finish_and_a_third_breaks_the_rule() {
    for lang in BOTH {
        let mut li = journey_under("police");
        li.speak(lang)
            .keys(PETITION)
            .keys("<f2>y<enter>")
            .shows(lang.pick(
                "第 2 次到访：本次须办结(D1-S3)",
                "Visit 2: it must be finished",
            ))
            .keys("y<enter>")
            .shows(lang.pick("已超过 D1-S3 许可的次数", "more than D1-S3 allows"))
            .shows(lang.pick("违反 D1-S3", "D1-S3 was broken"));
        li.is_whole();
    }
}

#[test]
fn a_draft_with_a_kind_is_taken_up_again() {
    for lang in BOTH {
        let mut li = journey_under("police");
        li.speak(lang)
            .keys("<f1><s-tab>xf<enter>13900000001")
            .hang_up();
        let mut again = li.beside("1001");
        again
            .speak(lang)
            .keys("<f1>")
            .shows(lang.pick("类型  信访", "Kind     Petition"))
            .shows("13900000001");
    }
}

#[test]
fn what_was_transferred_once_is_not_handed_on_and_says_why_before_any_typing() {
    for lang in BOTH {
        let mut li = journey_under("property");
        li.speak(lang)
            .keys("<f1>13900000001<enter>赵小满<enter><enter><enter>漏水<enter>3cj<enter><enter>")
            .shows("20260403-0001");
        let mut chen = li.beside("2003");
        chen.speak(lang)
            .keys("sh")
            .shows(lang.pick("只许转一次", "One transfer"))
            .hides(lang.pick("附言", "Receiver"));
    }
}

#[test]
fn the_foot_names_the_keys_of_the_filter_while_it_is_typed() {
    for (lang, keep, clear) in [
        (Lang::Zh, "Enter留下筛选", "Esc清除"),
        (Lang::En, "Enter keep", "Esc clear"),
    ] {
        let mut li = journey();
        li.speak(lang)
            .keys(INVOICES)
            .keys("<f2>/")
            .shows(keep)
            .shows(clear)
            .keys("<enter>")
            .hides(keep);
    }
}

#[test]
fn several_departments_are_listed_as_the_language_does() {
    for (lang, listed) in [(Lang::Zh, "税政科、征管科"), (Lang::En, "税政科, 征管科")]
    {
        let mut li = journey();
        li.speak(lang)
            .keys(INVOICES)
            .keys("<f2>m税政科 征管科<enter>m")
            .shows(listed);
    }
}

#[test]
fn a_suspension_tells_its_reason_beside_the_story() {
    for lang in BOTH {
        let mut li = journey_under("service-centre");
        li.speak(lang)
            .keys("<f1>13900000001<enter>赵小满<enter><enter>bdczydj<enter><enter><enter>")
            .shows("20260403-0001")
            .keys("<f2>A<enter>w<down><enter>约需十个工作日，已书面告知<enter>")
            .shows(lang.pick("停计：", "Clocks stopped since"))
            .shows(lang.pick("w 恢复", "w resumes"));
        li.is_whole();
    }
}

#[test]
fn what_was_sent_back_twice_waits_for_a_ruling_that_binds() {
    for lang in BOTH {
        let (mut li, mut chen) = handed(lang);
        chen.keys("sr不归本科管<enter>征管科<enter>");
        li.tick().keys("<f2>hcj<enter>再看看<enter>");
        chen.tick()
            .keys("sr不归本科管<enter>征管科<enter>")
            .shows(lang.pick("第二次退回", "a second time"));
        li.tick()
            .shows(lang.pick("待裁定", "ruling"))
            .keys("h")
            .shows(lang.pick("等带班领导裁定(J)", "a supervisor rules first (J)"));
        let mut sun = li.beside("3001");
        sun.speak(lang)
            .keys("<f2>J")
            .shows(lang.pick("接收人不得再退", "Sent back twice: a supervisor decides"))
            .keys("cj<enter>归税政科管<enter>")
            .shows(lang.pick("已裁定 20260403-0001", "Ruled that 税政科 handles"));
        chen.tick()
            .keys("sr")
            .shows(lang.pick("孙卫 已裁定由税政科办理", "孙卫 has ruled that 税政科"))
            .keys("a三日内办好<enter>")
            .shows(lang.pick("已答复", "Answered"));
        li.is_whole();
    }
}

#[test]
fn documents_in_custody_are_counted_signed_for_and_given_back_before_the_end() {
    for lang in BOTH {
        let mut li = journey();
        li.speak(lang)
            .keys(INVOICES)
            .keys("<f2>K身份证、购销合同<enter>")
            .shows(lang.pick("[收2]", "[doc2]"))
            .shows(lang.pick("代收 2 件：1 身份证(李明)", "Custody 2: 1 身份证(李明)"))
            .keys("hcj<enter><enter>")
            .shows(lang.pick("请告知来人", "Tell the visitor"))
            .keys("vL")
            .shows("税政科 陈静")
            .keys("当面<enter>")
            .shows(lang.pick("来人知道", "the visitor knows"));
        let mut chen = li.beside("2003");
        chen.speak(lang)
            .keys("<f2>s")
            .shows(lang.pick("代收材料已点清接下", "Documents counted and taken"))
            .keys("<enter>")
            .shows(lang.pick("已签收 20260403-0001", "Signed for 20260403-0001"))
            .shows(lang.pick("1 身份证(陈静)", "1 身份证(陈静)"))
            .keys("a带身份证来<enter>");
        let how = lang.pick("电话", "phone");
        li.tick().keys("c").shows(lang.pick(
            "还有代收的材料 2 件在 陈静 手里",
            "2 documents are still in the custody of 陈静",
        ));
        chen.keys("vvvB<enter>张三本人<enter>").shows(lang.pick(
            "已交还 20260403-0001",
            "Gave the documents of 20260403-0001 back",
        ));
        li.tick()
            .keys("c")
            .shows(lang.pick("还没有告知来人", "Nothing shows yet"))
            .keys(&format!("{how}<enter>本人<enter><enter><enter>"))
            .shows(lang.pick("已办结 20260403-0001", "Closed 20260403-0001"));
        li.is_whole();
    }
}

#[test]
fn where_the_day_of_receipt_counts_the_usual_count_stands_beside_it() {
    for lang in BOTH {
        let mut li = journey_under("police");
        li.speak(lang)
            .keys("<f1><s-tab>")
            .keys(lang.pick("sjjc<enter>", "superior<enter>"))
            .keys("<enter>落实专项部署<enter><c-s>")
            .shows("20260403-0001")
            .keys("<f2>e")
            .shows("D1-L1")
            .keys(" ")
            .shows(lang.pick("按次日起算的通常口径", "counted from the next day"));
    }
}

#[test]
fn what_was_entered_is_corrected_from_the_queue() {
    for lang in BOTH {
        let mut li = journey();
        li.speak(lang)
            .keys(INVOICES)
            .keys("<f2><c-z>")
            .shows(lang.pick("更正  20260403-0001", "Correct  20260403-0001"))
            .keys("<tab>满<c-s>写错<enter>")
            .shows(lang.pick("已更正 20260403-0001", "Corrected 20260403-0001"));
        li.is_whole();
    }
}
