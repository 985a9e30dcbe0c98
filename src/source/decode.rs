//! Bytes to text: byte order mark, UTF-8, else a guess. Nothing is dropped for its encoding.

use chardetng::EncodingDetector;
use chardetng::Iso2022JpDetection;
use chardetng::Utf8Detection;
use encoding_rs::Encoding;
use encoding_rs::UTF_8;
use encoding_rs::UTF_16BE;
use encoding_rs::UTF_16LE;

/// A decoded text.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) text: String,
    /// The encoding, where it is not UTF-8.
    pub(super) encoding: Option<&'static str>,
    /// Whether some bytes meant nothing in it and were replaced.
    pub(super) replaced: bool,
}

/// Decodes `bytes`; `None` where they are no text (zero bytes that no encoding explains).
pub(super) fn decode(bytes: &[u8]) -> Option<Decoded> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Some(decode_as(encoding, &bytes[mark..]));
    }
    if memchr::memchr(0, bytes).is_some() {
        return unmarked_utf_16(bytes).map(|encoding| decode_as(encoding, bytes));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(Decoded {
            text: text.to_owned(),
            encoding: None,
            replaced: false,
        });
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    Some(decode_as(detector.guess(None, Utf8Detection::Allow), bytes))
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, replaced) = encoding.decode_without_bom_handling(bytes);
    Decoded {
        text: text.into_owned(),
        encoding: (encoding != UTF_8).then(|| encoding.name()),
        replaced,
    }
}

/// Western text as UTF-16 has a zero in most pairs, always on the same side.
fn unmarked_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let pairs = bytes.len() / 2;
    let zeros = |side: usize| {
        let side = bytes.iter().skip(side).step_by(2);
        side.filter(|&&byte| byte == 0).count()
    };
    let (first, second) = (zeros(0), zeros(1));
    if second * 2 > pairs && first * 20 < pairs {
        Some(UTF_16LE)
    } else if first * 2 > pairs && second * 20 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_1_is_decoded_and_said() {
        let decoded =
            decode(b"The caf\xe9 in M\xfcnchen closed, the na\xefve owner said.").expect("text");
        assert_eq!(
            decoded.text,
            "The café in München closed, the naïve owner said."
        );
        assert_eq!(decoded.encoding, Some("windows-1252"));
        assert!(!decoded.replaced);
    }

    #[test]
    fn utf_16_is_known_with_and_without_its_mark() {
        let units = |mark: bool| -> Vec<u8> {
            let text = "They met at noon.".encode_utf16();
            let mark = mark.then_some(0xfeff);
            mark.into_iter()
                .chain(text)
                .flat_map(u16::to_le_bytes)
                .collect()
        };
        for mark in [true, false] {
            let decoded = decode(&units(mark)).expect("text");
            assert_eq!(decoded.text, "They met at noon.");
            assert_eq!(decoded.encoding, Some("UTF-16LE"));
        }
    }

    #[test]
    fn a_mark_is_no_part_of_the_text() {
        assert_eq!(decode("\u{feff}Ten".as_bytes()).expect("text").text, "Ten");
    }

    #[test]
    fn an_image_is_no_text() {
        assert!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0").is_none());
    }
}
