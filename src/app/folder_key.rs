//! The key of a protected folder. A passphrase guards it in a file of the folder, so that every device of
//! the shop can hold it; who holds it writes and reads without asking.

use crate::archive::sealed::{
    Identity, OpenError, Passphrase, SealError, key_file, open_by, open_identity, seal_for,
};
use crate::archive::sync::digest;
use serde::{Deserialize, Serialize};

/// What the names of key files begin and end with.
const BEGIN: &str = "casebook-key-";
const END: &str = ".age";
/// How many digits of the content's hash a name has.
const DIGITS: usize = 16;
/// No key file is larger, in bytes.
pub const MAX_BYTES: u64 = 64 * 1024;

/// A key that this device holds, and the file from which others get it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct HeldKey {
    /// What the file is called. One name has one content: no two devices ever write one file.
    pub file: String,
    /// What stands in it, to be written again when somebody removed it.
    pub text: String,
    identity: Identity,
}

impl HeldKey {
    /// A new one, which the passphrase guards.
    ///
    /// # Errors
    /// [`SealError`] when there is no passphrase or no memory.
    pub fn new(passphrase: &Passphrase) -> Result<Self, SealError> {
        Self::guarded(Identity::generate(), passphrase)
    }

    fn guarded(identity: Identity, passphrase: &Passphrase) -> Result<Self, SealError> {
        let text = key_file(&identity, passphrase)?;
        Ok(Self { file: name(&text), text, identity })
    }

    /// The one in a file's content.
    ///
    /// # Errors
    /// [`OpenError`] when the passphrase is another one, or the file is none of a key.
    pub fn open(content: &[u8], passphrase: &Passphrase) -> Result<Self, OpenError> {
        let text = std::str::from_utf8(content).map_err(|_| OpenError::Damaged)?;
        Ok(Self { identity: open_identity(content, passphrase)?, file: name(text), text: text.to_owned() })
    }
}

fn name(text: &str) -> String {
    format!("{BEGIN}{}{END}", &digest(text.as_bytes())[..DIGITS])
}

/// Whether a file in the folder holds a key, by its name. Carriers may have put something before the ending.
#[must_use]
pub fn is_key_file(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.strip_prefix(BEGIN).is_some_and(|rest| rest.ends_with(END) && digits(rest).is_some())
}

/// Whether this is the whole content of the key file of this name.
#[must_use]
pub fn is_whole(name: &str, content: &[u8]) -> bool {
    let name = name.to_ascii_lowercase();
    name.strip_prefix(BEGIN).and_then(digits) == Some(&digest(content)[..DIGITS])
}

fn digits(rest: &str) -> Option<&str> {
    rest.get(..DIGITS).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// The keys of the folder that this device holds: none while it is not protected. It seals with the
/// first, and opens with any: two devices may have begun at the same time.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Keys(Vec<HeldKey>);

impl Keys {
    /// Whether what is written is sealed.
    #[must_use]
    pub fn seal_all(&self) -> bool {
        !self.0.is_empty()
    }

    /// The one that seals.
    #[must_use]
    pub fn first(&self) -> Option<&HeldKey> {
        self.0.first()
    }

    /// Whether the key of a file of this name is held.
    #[must_use]
    pub fn has(&self, file: &str) -> bool {
        self.0.iter().any(|held| held.file == file)
    }

    /// Holds one more; one that is held already, under another passphrase, takes its place.
    pub fn hold(&mut self, key: HeldKey) {
        match self.0.iter_mut().find(|held| held.identity == key.identity) {
            Some(held) => *held = key,
            None => self.0.push(key),
        }
    }

    /// The key that seals, guarded by another passphrase from now on; a new one where there was none.
    ///
    /// # Errors
    /// [`SealError`] when there is no passphrase or no memory.
    pub fn guarded_by(&self, passphrase: &Passphrase) -> Result<HeldKey, SealError> {
        match self.first() {
            Some(held) => HeldKey::guarded(held.identity.clone(), passphrase),
            None => HeldKey::new(passphrase),
        }
    }

    /// What is to be written for this content.
    ///
    /// # Errors
    /// [`SealError`] when there is no memory.
    pub fn seal(&self, content: Vec<u8>) -> Result<Vec<u8>, SealError> {
        match self.first() {
            Some(held) => seal_for(&held.identity, &content),
            None => Ok(content),
        }
    }

    /// What was sealed for one of these.
    ///
    /// # Errors
    /// [`OpenError::OtherKey`] when it was for none of them; [`OpenError`] when the file is damaged.
    pub fn open(&self, sealed: &[u8]) -> Result<Vec<u8>, OpenError> {
        let opened = self.0.iter().map(|held| open_by(&held.identity, sealed));
        opened
            .reduce(|before, next| if before == Err(OpenError::OtherKey) { next } else { before })
            .unwrap_or(Err(OpenError::OtherKey))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passphrase(words: &str) -> Passphrase {
        Passphrase::new(words.to_owned())
    }

    #[test]
    fn a_folder_without_a_key_is_written_as_it_is() {
        let keys = Keys::default();
        assert!(!keys.seal_all());
        assert_eq!(keys.seal(b"plain".to_vec()), Ok(b"plain".to_vec()));
        assert_eq!(keys.open(b"plain"), Err(OpenError::OtherKey));
    }

    #[test]
    fn another_device_gets_the_key_with_the_passphrase() {
        let mut counter = Keys::default();
        counter.hold(counter.guarded_by(&passphrase("shop")).expect("a key"));
        let sealed = counter.seal(b"entries".to_vec()).expect("sealed");
        let file = counter.first().expect("a key").clone();
        assert!(is_key_file(&file.file) && is_whole(&file.file, file.text.as_bytes()));

        let wrong = HeldKey::open(file.text.as_bytes(), &passphrase("hop"));
        assert_eq!(wrong, Err(OpenError::WrongPassphrase));
        let mut office = Keys::default();
        office.hold(HeldKey::open(file.text.as_bytes(), &passphrase("shop")).expect("opened"));
        assert_eq!(office.open(&sealed), Ok(b"entries".to_vec()));
        assert!(office.has(&file.file));

        // Another passphrase, the same key.
        office.hold(office.guarded_by(&passphrase("new")).expect("a key"));
        let renewed = office.first().expect("a key").clone();
        assert!(renewed.file != file.file && !office.has(&file.file));
        assert_eq!(counter.open(&office.seal(b"more".to_vec()).expect("sealed")), Ok(b"more".to_vec()));
        assert!(HeldKey::open(renewed.text.as_bytes(), &passphrase("shop")).is_err());
    }

    #[test]
    fn two_that_began_at_the_same_time_open_each_other_s() {
        let made = |words| {
            let mut keys = Keys::default();
            keys.hold(HeldKey::new(&passphrase(words)).expect("a key"));
            keys
        };
        let (mut one, other) = (made("one"), made("other"));
        let sealed = other.seal(b"entries".to_vec()).expect("sealed");
        assert_eq!(one.open(&sealed), Err(OpenError::OtherKey));
        let own = one.first().cloned();
        one.hold(other.first().expect("a key").clone());
        assert_eq!(one.open(&sealed), Ok(b"entries".to_vec()));
        assert_eq!(one.first().cloned(), own, "it goes on sealing with its own");
        let last = sealed.len() - 1;
        let mut damaged = sealed;
        damaged[last] ^= 1;
        assert_eq!(one.open(&damaged), Err(OpenError::Damaged));
    }

    #[test]
    fn keys_are_noted_and_read_again() {
        let mut keys = Keys::default();
        keys.hold(HeldKey::new(&passphrase("shop")).expect("a key"));
        let text = serde_json::to_string(&keys).expect("text");
        assert_eq!(serde_json::from_str::<Keys>(&text).expect("keys"), keys);
        assert!(!format!("{keys:?}").contains("SECRET"));
    }

    #[test]
    fn a_key_file_is_told_by_its_name() {
        let whole = name("text");
        for carried in [whole.clone(), whole.to_uppercase(), whole.replace(".age", " (1).age")] {
            assert!(is_key_file(&carried) && is_whole(&carried, b"text"), "{carried}");
            assert!(!is_whole(&carried, b"tex"), "{carried}");
        }
        for other in
            ["casebook-key-.age", "casebook-2026-11-22-K7Q.json.age", "key.age", "", "casebook-key-é"]
        {
            assert!(!is_key_file(other) && !is_whole(other, b"text"), "{other}");
        }
    }
}
