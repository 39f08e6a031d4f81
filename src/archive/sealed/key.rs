//! Keys for files that are written while nobody types a passphrase.

use super::{OpenError, Passphrase, SealError, decryptor, open_with, read, seal, seal_with};
use age::secrecy::ExposeSecret;
use age::x25519;
use std::fmt;

/// A key for the files of a folder: everybody with the recipient can write them, only the identity opens them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FolderKey {
    /// For whom files are sealed: `age1…`. No secret.
    pub recipient: String,
    /// The identity, sealed with the passphrase. As a file `key.age`, `age -d -i key.age FILE` opens the folder's files.
    pub sealed_identity: Vec<u8>,
}

/// What opens the files of a folder. It is never shown.
#[derive(Clone)]
pub struct Identity(x25519::Identity);

impl Identity {
    /// For whom files must be sealed so that this opens them.
    #[must_use]
    pub fn recipient(&self) -> String {
        self.0.to_public().to_string()
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Identity(…)")
    }
}

/// Makes a new key that the passphrase guards.
///
/// # Errors
/// [`SealError`] when there is no passphrase or no memory.
pub fn new_key(passphrase: &Passphrase) -> Result<FolderKey, SealError> {
    let identity = x25519::Identity::generate();
    let recipient = identity.to_public().to_string();
    let secret = identity.to_string();
    // As `age-keygen` writes it.
    let file = format!("# public key: {recipient}\n{}\n", secret.expose_secret());
    Ok(FolderKey { sealed_identity: seal_with(passphrase, file.as_bytes())?, recipient })
}

/// Opens a key's identity.
///
/// # Errors
/// [`OpenError`] as for any sealed file; [`OpenError::Damaged`] when what is in it is no identity.
pub fn open_identity(sealed_identity: &[u8], passphrase: &Passphrase) -> Result<Identity, OpenError> {
    let file = open_with(passphrase, sealed_identity)?;
    let text = std::str::from_utf8(&file).map_err(|_| OpenError::Damaged)?;
    let line = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'));
    line.and_then(|line| line.parse().ok()).map(Identity).ok_or(OpenError::Damaged)
}

/// Seals bytes for whoever holds the identity of a recipient.
///
/// # Errors
/// [`SealError::BadRecipient`] when it is none.
pub fn seal_for(recipient: &str, plain: &[u8]) -> Result<Vec<u8>, SealError> {
    let recipient: x25519::Recipient = recipient.trim().parse().map_err(|_| SealError::BadRecipient)?;
    seal(&recipient, plain)
}

/// Opens what was sealed for the recipient of this identity.
///
/// # Errors
/// [`OpenError`] says why not; nothing of what is in it is given then.
pub fn open_by(identity: &Identity, sealed: &[u8]) -> Result<Vec<u8>, OpenError> {
    read(decryptor(sealed)?, &identity.0)
}
