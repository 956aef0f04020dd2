//! The bytes of a paper on its way to a printer.

use crate::domain::printing::Encoding;

use super::layout::printable;

/// Tells the terminal to hand what follows to its printer.
const BEGIN: &[u8] = b"\x1b[5i";
/// Tells it that the print is over.
const END: &[u8] = b"\x1b[4i";

/// A paper in the printer's own bytes, each line ended by CR LF. Nothing stored can
/// stand in it as a command: neither a control character, nor bytes that would be
/// one where a terminal reads eight bits.
pub fn bytes(text: &str, encoding: Encoding) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() + 64);
    for line in text.lines() {
        for c in printable(line).chars() {
            put(&mut bytes, c, encoding);
        }
        bytes.extend_from_slice(b"\r\n");
    }
    bytes
}

/// The same, for the printer beside the terminal: between the two marks, with a form
/// feed behind. To be written in one go, while nothing else is drawn.
pub fn pass_through(text: &str, encoding: Encoding) -> Vec<u8> {
    let mut all = BEGIN.to_vec();
    all.extend(bytes(text, encoding));
    all.push(b'\x0c');
    all.extend_from_slice(END);
    all
}

fn put(bytes: &mut Vec<u8>, c: char, encoding: Encoding) {
    // The last byte of a letter may be 0x9B, which some terminals read as `ESC [`:
    // what would end such a sequence as a print command is kept apart from it.
    if c == 'i' && follows_introducer(bytes) {
        bytes.push(b' ');
    }
    let mut buffer = [0; 4];
    let letter: &str = c.encode_utf8(&mut buffer);
    match encoding {
        Encoding::Utf8 => bytes.extend_from_slice(letter.as_bytes()),
        Encoding::Gb18030 => {
            let (encoded, _, _) = encoding_rs::GB18030.encode(letter);
            bytes.extend_from_slice(&encoded);
        }
    }
}

fn follows_introducer(bytes: &[u8]) -> bool {
    let before = bytes.iter().rev();
    let mut before = before.skip_while(|byte| (0x30..=0x3f).contains(*byte));
    before.next() == Some(&0x9b)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Whether a terminal of eight bits or of seven would find a command in it.
    fn steers(bytes: &[u8]) -> bool {
        let control = |byte: &u8| *byte < 0x20 && ![b'\r', b'\n'].contains(byte) || *byte == 0x7f;
        let print = |start: usize| {
            let rest = &bytes[start + 1..];
            let end = rest.iter().position(|byte| !(0x30..=0x3f).contains(byte));
            end.is_some_and(|end| rest[end] == b'i')
        };
        bytes.iter().any(control) || (0..bytes.len()).any(|at| bytes[at] == 0x9b && print(at))
    }

    fn inside(whole: &[u8]) -> &[u8] {
        assert!(whole.starts_with(BEGIN) && whole.ends_with(b"\x0c\x1b[4i"));
        &whole[BEGIN.len()..whole.len() - END.len() - 1]
    }

    #[test]
    fn a_name_with_an_escape_in_it_is_printed_as_letters() {
        let whole = pass_through("张三\u{1b}[4i\u{9b}4i\u{202e}完", Encoding::Utf8);
        let text = String::from_utf8(inside(&whole).to_vec()).unwrap();
        assert_eq!(text, "张三?[4i?4i?完\r\n");
    }

    #[test]
    fn a_letter_whose_last_byte_is_an_introducer_ends_no_print() {
        // U+9D1B: its last byte is 0x9B in UTF-8; 煕 and others have it in GB 18030.
        let utf8 = pass_through("\u{9d1b}4i", Encoding::Utf8);
        assert!(!steers(inside(&utf8)));
        let (letters, _) = encoding_rs::GB18030.decode_without_bom_handling(&[0xb0, 0x9b]);
        let gb = pass_through(&format!("{letters}4i"), Encoding::Gb18030);
        assert!(!steers(inside(&gb)), "{gb:02x?}");
        assert!(steers(&[0xb0, 0x9b, b'4', b'i']));
    }

    #[test]
    fn hanzi_reach_a_printer_that_reads_gb18030() {
        let whole = pass_through("一次性告知单", Encoding::Gb18030);
        let (text, _, lost) = encoding_rs::GB18030.decode(inside(&whole));
        assert!(!lost);
        assert_eq!(text, "一次性告知单\r\n");
    }

    proptest! {
        #[test]
        fn nothing_stored_breaks_out_of_a_print(
            words in proptest::collection::vec(
                prop_oneof![
                    any::<String>(),
                    Just("\u{1b}[4i".to_owned()),
                    Just("\u{9b}4i".to_owned()),
                    Just("\u{9d1b}".to_owned()),
                    Just("4i".to_owned()),
                    Just("\u{202e}\u{200b}".to_owned()),
                    Just("煕鴛".to_owned()),
                ],
                0..12,
            )
        ) {
            let text = words.concat();
            for encoding in [Encoding::Utf8, Encoding::Gb18030] {
                let whole = pass_through(&text, encoding);
                prop_assert!(!steers(inside(&whole)), "{whole:02x?}");
            }
        }
    }
}
