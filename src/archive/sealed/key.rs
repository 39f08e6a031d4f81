//! Keys for files that are written while nobody types a passphrase.

use super::{OpenError, Passphrase, SealError, decryptor, open_with, read, seal, seal_armored};
use age::secrecy::ExposeSecret;
use age::x25519;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// What opens the files of a folder, and says for whom they are sealed. It is never shown.
#[derive(Clone)]
pub struct Identity(x25519::Identity);

impl Identity {
    /// A new one.
    #[must_use]
    pub fn generate() -> Self {
        Self(x25519::Identity::generate())
    }

    /// For whom files must be sealed so that this opens them: `age1…`. No secret.
    #[must_use]
    pub fn recipient(&self) -> String {
        self.0.to_public().to_string()
    }

    /// What `text` holds, as `age-keygen` writes it or as one line of that.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines().map(str::trim);
        let line = lines.find(|line| !line.is_empty() && !line.starts_with('#'))?;
        line.parse().ok().map(Self)
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Identity(…)")
    }
}

impl PartialEq for Identity {
    fn eq(&self, other: &Self) -> bool {
        self.recipient() == other.recipient()
    }
}

impl Eq for Identity {}

/// To be kept on the device that may open: as the secret it is.
impl Serialize for Identity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.to_string().expose_secret())
    }
}

impl<'de> Deserialize<'de> for Identity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("no identity"))
    }
}

/// The file from which the passphrase gives the identity: `age --decrypt --identity THIS FILE` opens the folder's
/// files with it.
///
/// # Errors
/// [`SealError`] when there is no passphrase or no memory.
pub fn key_file(identity: &Identity, passphrase: &Passphrase) -> Result<String, SealError> {
    let secret = identity.0.to_string();
    // As `age-keygen` writes it.
    let file = format!("# public key: {}\n{}\n", identity.recipient(), secret.expose_secret());
    seal_armored(passphrase, file.as_bytes())
}

/// Opens a [`key_file`].
///
/// # Errors
/// [`OpenError`] as for any sealed file; [`OpenError::Damaged`] when what is in it is no identity.
pub fn open_identity(key_file: &[u8], passphrase: &Passphrase) -> Result<Identity, OpenError> {
    let file = open_with(passphrase, key_file)?;
    std::str::from_utf8(&file).ok().and_then(Identity::parse).ok_or(OpenError::Damaged)
}

/// Seals bytes for whoever holds this identity.
///
/// # Errors
/// [`SealError`] when there is no memory.
pub fn seal_for(identity: &Identity, plain: &[u8]) -> Result<Vec<u8>, SealError> {
    seal(&identity.0.to_public(), plain)
}

/// Opens what was sealed for this identity.
///
/// # Errors
/// [`OpenError`] says why not; nothing of what is in it is given then.
pub fn open_by(identity: &Identity, sealed: &[u8]) -> Result<Vec<u8>, OpenError> {
    read(decryptor(sealed)?, &identity.0)
}
