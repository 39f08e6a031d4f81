use super::*;
use proptest::prelude::*;

/// Little work, so that the tests are quick; the format is the same.
const LITTLE: u8 = 4;

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

fn sealed(text: &str, plain: &[u8]) -> Vec<u8> {
    seal_working(&passphrase(text), plain, LITTLE).expect("sealed")
}

#[test]
fn what_was_sealed_is_opened_by_its_passphrase_alone() {
    for words in ["geheim", " 空 格 ", "修理铺的钥匙", "a", &"long ".repeat(200)] {
        let file = sealed(words, b"{\"format\":\"casebook\"}");
        assert!(is_sealed(&file));
        assert_eq!(open_with(&passphrase(words), &file).as_deref(), Ok(&b"{\"format\":\"casebook\"}"[..]));
        for other in [words.to_uppercase() + "x", format!("{words} "), String::new()] {
            assert_eq!(
                open_with(&passphrase(&other), &file),
                Err(OpenError::WrongPassphrase),
                "{words:?} {other:?}"
            );
        }
    }
}

#[test]
fn the_real_work_is_done_and_undone() {
    let file = seal_with(&passphrase("one two three"), b"x").expect("sealed");
    assert_eq!(work_asked(&file), Some(u64::from(WORK)));
    assert_eq!(open_with(&passphrase("one two three"), &file), Ok(b"x".to_vec()));
}

#[test]
fn as_text_it_is_opened_too() {
    let text = seal_armored(&passphrase("0420"), b"x").expect("sealed");
    assert!(text.starts_with("-----BEGIN") && text.is_ascii() && is_sealed(text.as_bytes()));
    assert_eq!(open_with(&passphrase("0420"), text.as_bytes()), Ok(b"x".to_vec()));
    assert_eq!(open_with(&passphrase("0421"), text.as_bytes()), Err(OpenError::WrongPassphrase));
    assert_eq!(open_with(&passphrase("0420"), &text.as_bytes()[..text.len() - 40]), Err(OpenError::Damaged));
}

#[test]
fn an_empty_passphrase_protects_nothing() {
    assert_eq!(seal_with(&passphrase(""), b"x"), Err(SealError::NoPassphrase));
}

#[test]
fn a_file_that_asks_for_too_much_is_not_tried() {
    let file = sealed("p", b"x");
    let head = String::from_utf8_lossy(&file[..80]).into_owned();
    let asking = head.lines().nth(1).expect("a line").to_owned();
    let (front, _) = asking.rsplit_once(' ').expect("a number");
    for work in ["20", "22", "63", "64", "255", "18446744073709551615"] {
        let bad = [
            b"age-encryption.org/v1\n",
            format!("{front} {work}").as_bytes(),
            &file["age-encryption.org/v1\n".len() + asking.len()..],
        ]
        .concat();
        assert_eq!(open_with(&passphrase("p"), &bad), Err(OpenError::TooStrong), "{work}");
    }
}

#[test]
fn other_files_are_not_sealed() {
    for bytes in [&b""[..], b"{}", b"age", b"age-encryption", b"PK\x03\x04", b"-----BEGIN PGP MESSAGE-----"] {
        assert!(!is_sealed(bytes));
        assert_eq!(open_with(&passphrase("p"), bytes), Err(OpenError::NotSealed));
    }
    for bytes in [
        &b"age-encryption.org/"[..],
        b"age-encryption.org/v1\n",
        b"age-encryption.org/v1\n---",
        b"age-encryption.org/v2\n",
    ] {
        assert!(is_sealed(bytes));
        assert_eq!(open_with(&passphrase("p"), bytes), Err(OpenError::Damaged), "{bytes:?}");
    }
}

#[test]
fn a_key_seals_without_a_passphrase_and_the_passphrase_opens_the_key() {
    let identity = Identity::generate();
    let key = key_file(&identity, &passphrase("shop")).expect("a key");
    let file = seal_for(&identity, b"entries").expect("sealed");
    let opened = open_identity(key.as_bytes(), &passphrase("shop")).expect("opened");
    assert_eq!((opened.recipient(), opened == identity), (identity.recipient(), true));
    assert_eq!(open_by(&opened, &file), Ok(b"entries".to_vec()));

    assert_eq!(open_identity(key.as_bytes(), &passphrase("hop")).err(), Some(OpenError::WrongPassphrase));
    assert_eq!(
        open_identity(&sealed("shop", b"no key"), &passphrase("shop")).err(),
        Some(OpenError::Damaged)
    );
    assert_eq!(open_with(&passphrase("shop"), &file), Err(OpenError::OtherKey), "it needs the key");
    assert_eq!(open_by(&Identity::generate(), &file), Err(OpenError::OtherKey));
    assert_eq!(key_file(&identity, &passphrase("")), Err(SealError::NoPassphrase));
    assert!(asks_passphrase(key.as_bytes()) && !asks_passphrase(&file));
}

#[test]
fn an_identity_is_kept_as_text_and_read_again() {
    let identity = Identity::generate();
    let text = serde_json::to_string(&identity).expect("text");
    assert!(text.starts_with("\"AGE-SECRET-KEY-1"));
    assert_eq!(serde_json::from_str::<Identity>(&text).expect("an identity"), identity);
    for bad in ["", "AGE-SECRET-KEY-1", "age1qqqq", "# a note\n\n", "AGE-PLUGIN-X-1QQQ"] {
        assert_eq!(Identity::parse(bad), None, "{bad:?}");
    }
}

#[test]
fn a_secret_is_not_printed() {
    let (secret, identity) = (passphrase("hunter2"), Identity::generate());
    assert_eq!(format!("{secret:?} {identity:?}"), "Passphrase(…) Identity(…)");
}

#[test]
fn how_hard_to_guess() {
    for (words, expected) in [
        ("", Strength::Weak),
        ("1234", Strength::Weak),
        ("123456789012345", Strength::Weak),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength::Weak),
        ("password", Strength::Weak),
        ("xiuli2026", Strength::Fair),
        ("T7#qp!x2", Strength::Fair),
        ("锤子螺丝今天下雨", Strength::Fair),
        ("锤子螺丝今天下雨不修车了", Strength::Strong),
        ("three old hammers sleep", Strength::Strong),
        ("v8Qz#41p!LmW", Strength::Strong),
    ] {
        assert_eq!(strength(words), expected, "{words:?}");
    }
}

/// Bytes as many as fill no, one or two of the format's pieces, or nearly so.
fn around_a_piece() -> impl Strategy<Value = Vec<u8>> {
    let length = prop_oneof![0..100_usize, 65_530..65_545_usize, 131_070..131_080_usize];
    (length, any::<u8>())
        .prop_map(|(length, first)| (0..length).map(|at| first.wrapping_add((at * 7 % 251) as u8)).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn anything_comes_back(words in ".{1,20}", plain in around_a_piece()) {
        let file = sealed(&words, &plain);
        prop_assert!(file.len() <= plain.len() + plain.len() / 4096 + 512);
        prop_assert_eq!(open_with(&passphrase(&words), &file), Ok(plain));
    }

    #[test]
    fn a_flipped_bit_anywhere_is_noticed(
        plain in prop::collection::vec(any::<u8>(), 0..300),
        at in any::<prop::sample::Index>(),
        bit in 0..8_u32,
    ) {
        let mut file = sealed("p", &plain);
        let at = at.index(file.len());
        file[at] ^= 1 << bit;
        let opened = open_with(&passphrase("p"), &file);
        prop_assert!(opened.is_err(), "byte {}: {:?}", at, opened);
        // Past the lines that tell how the key was made, it is known to be damage.
        if at > 150 {
            prop_assert_eq!(opened, Err(OpenError::Damaged));
        }
    }

    #[test]
    fn a_cut_file_is_noticed(plain in around_a_piece(), keep in any::<prop::sample::Index>()) {
        let file = sealed("p", &plain);
        let keep = keep.index(file.len());
        let error = open_with(&passphrase("p"), &file[..keep]).expect_err("cut");
        prop_assert_eq!(error, if keep < BEGIN.len() { OpenError::NotSealed } else { OpenError::Damaged });
        prop_assert_eq!(open_with(&passphrase("p"), &[&file[..], b"x"].concat()), Err(OpenError::Damaged));
    }

    #[test]
    fn anything_after_the_beginning_is_refused(rest in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(open_with(&passphrase("p"), &[b"age-encryption.org/v1\n", &rest[..]].concat()).is_err());
        prop_assert!(open_with(&passphrase("p"), &[BEGIN_ARMORED, b"\n", &rest[..]].concat()).is_err());
    }
}
