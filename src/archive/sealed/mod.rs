//! Files that only a passphrase, or a key, opens: the `age` format, as the `age` tool reads and writes it.
//!
//! [`seal_with`] and [`open_with`] are for a file that somebody hands out and takes in. Where nobody types,
//! an [`Identity`] is made once, which seals and opens ([`seal_for`], [`open_by`]), and a [`key_file`] from which the
//! passphrase gives it on another device.
//!
//! The one place below `platform` that draws chance: the crate asks the system for it, and gives no other way.

mod key;
mod passphrase;

pub use key::{Identity, key_file, open_by, open_identity, seal_for};
pub use passphrase::{Passphrase, Strength, strength};

use super::MAX_ARCHIVE_BYTES;
use age::armor::{ArmoredReader, ArmoredWriter, Format};
use age::scrypt;
use age::{DecryptError, Decryptor, Encryptor};
use std::fmt;
use std::io::{BufReader, Read, Write};

/// How a sealed file begins.
const BEGIN: &[u8] = b"age-encryption.org/";
/// How one begins that was made fit for an e-mail.
const BEGIN_ARMORED: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";
/// What the name of a sealed file ends with, after the name of what is in it.
pub const SUFFIX: &str = "age";

/// How much work a guess is: 2 to this power, with a kilobyte of memory for each.
///
/// The `age` tool takes 18, which is a quarter of a gigabyte; 16 is what a phone's browser bears.
const WORK: u8 = 16;
/// The most work that is done to open a file: 512 MiB of memory, and seconds in a browser. The `age` tool writes 18.
const MAX_WORK: u8 = 19;

/// How large a sealed file may be: what is in it, and what the format adds to each 64 KiB.
const MAX_SEALED_BYTES: u64 = MAX_ARCHIVE_BYTES + MAX_ARCHIVE_BYTES / 4096 + 4096;
/// The same, made fit for an e-mail: four characters for three bytes, and the ends of lines.
const MAX_ARMORED_BYTES: u64 = MAX_SEALED_BYTES / 3 * 4 + MAX_SEALED_BYTES / 24;

/// The largest file that [`open_with`] and [`open_by`] look at.
pub const MAX_SEALED_FILE_BYTES: u64 = MAX_ARMORED_BYTES;

/// Why a sealed file was not opened. Each is a sentence: what, what to do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OpenError {
    /// The file is not a sealed one.
    NotSealed,
    /// The passphrase is another one. A file that was damaged at its very start looks like this, too.
    WrongPassphrase,
    /// The file is sealed for another key, or with a key where a passphrase was given.
    OtherKey,
    /// The file was cut or changed.
    Damaged,
    /// Opening it would need more work or memory than a browser has.
    TooStrong,
    /// The file is larger than any that is read.
    TooLarge,
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotSealed => "The file is not protected. Import it as it is.",
            Self::WrongPassphrase => "The passphrase does not open the file. Type it again.",
            Self::OtherKey => "The file is not protected with this. Open it with the key that it was made for.",
            Self::Damaged => "The file was cut or changed on its way. Copy it again.",
            Self::TooStrong => {
                "The file asks for more work than a browser can do. Open it with the age program, and import what is in it."
            }
            Self::TooLarge => "The file is larger than any that is read. Export fewer records at a time.",
        })
    }
}

impl std::error::Error for OpenError {}

/// Why nothing was sealed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SealError {
    /// The passphrase is empty.
    NoPassphrase,
    /// The memory for the work could not be had.
    NoMemory,
    /// The sealing itself failed.
    Failed,
}

impl fmt::Display for SealError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoPassphrase => "The passphrase is empty. Type one.",
            Self::NoMemory => {
                "There is not enough memory to protect the file. Close other pages and try again."
            }
            Self::Failed => "The file could not be protected. Try again.",
        })
    }
}

impl std::error::Error for SealError {}

/// Whether bytes are a sealed file, by how they begin.
#[must_use]
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(BEGIN) || is_armored(bytes)
}

fn is_armored(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().starts_with(BEGIN_ARMORED)
}

/// Whether a sealed file opens with a passphrase; if not, with a key. A file that cannot be read at all asks for one.
#[must_use]
pub fn asks_passphrase(sealed: &[u8]) -> bool {
    decryptor(sealed).map_or(true, |decryptor| decryptor.is_scrypt())
}

/// Seals bytes so that the passphrase opens them.
///
/// # Errors
/// [`SealError`] when there is no passphrase or no memory.
pub fn seal_with(passphrase: &Passphrase, plain: &[u8]) -> Result<Vec<u8>, SealError> {
    seal_working(passphrase, plain, WORK)
}

/// As [`seal_with`], with another amount of work.
fn seal_working(passphrase: &Passphrase, plain: &[u8], work: u8) -> Result<Vec<u8>, SealError> {
    if passphrase.is_empty() {
        return Err(SealError::NoPassphrase);
    }
    if !has_memory(work) {
        return Err(SealError::NoMemory);
    }
    let mut recipient = scrypt::Recipient::new(passphrase.secret());
    recipient.set_work_factor(work);
    seal(&recipient, plain)
}

/// Opens what [`seal_with`], or the `age` tool with a passphrase, sealed.
///
/// # Errors
/// [`OpenError`] says why not; nothing of what is in it is given then.
pub fn open_with(passphrase: &Passphrase, sealed: &[u8]) -> Result<Vec<u8>, OpenError> {
    let decryptor = decryptor(sealed)?;
    if !decryptor.is_scrypt() {
        return Err(OpenError::OtherKey);
    }
    let mut identity = scrypt::Identity::new(passphrase.secret());
    identity.set_max_work_factor(MAX_WORK);
    read(decryptor, &identity).map_err(|error| match error {
        OpenError::OtherKey => OpenError::WrongPassphrase,
        other => other,
    })
}

/// As [`seal_with`], as text.
///
/// # Errors
/// As for [`seal_with`].
pub fn seal_armored(passphrase: &Passphrase, plain: &[u8]) -> Result<String, SealError> {
    let sealed = seal_with(passphrase, plain)?;
    let mut writer =
        ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor).map_err(|_| SealError::Failed)?;
    writer.write_all(&sealed).map_err(|_| SealError::Failed)?;
    let armored = writer.finish().map_err(|_| SealError::Failed)?;
    String::from_utf8(armored).map_err(|_| SealError::Failed)
}

fn seal(recipient: &dyn age::Recipient, plain: &[u8]) -> Result<Vec<u8>, SealError> {
    let encryptor = Encryptor::with_recipients(std::iter::once(recipient)).map_err(|_| SealError::Failed)?;
    let mut sealed = Vec::new();
    sealed.try_reserve(plain.len() + plain.len() / 4096 + 1024).map_err(|_| SealError::NoMemory)?;
    let mut writer = encryptor.wrap_output(&mut sealed).map_err(|_| SealError::Failed)?;
    writer.write_all(plain).map_err(|_| SealError::Failed)?;
    writer.finish().map_err(|_| SealError::Failed)?;
    Ok(sealed)
}

type Opening<'a> = Decryptor<ArmoredReader<BufReader<&'a [u8]>>>;

/// Reads how a file was sealed.
fn decryptor(sealed: &[u8]) -> Result<Opening<'_>, OpenError> {
    if !is_sealed(sealed) {
        return Err(OpenError::NotSealed);
    }
    let (sealed, max) = if is_armored(sealed) {
        (sealed.trim_ascii(), MAX_ARMORED_BYTES)
    } else {
        (sealed, MAX_SEALED_BYTES)
    };
    if sealed.len() as u64 > max {
        return Err(OpenError::TooLarge);
    }
    if let Some(work) = work_asked(sealed)
        && (work > u64::from(MAX_WORK) || !u8::try_from(work).is_ok_and(has_memory))
    {
        return Err(OpenError::TooStrong);
    }
    Decryptor::new_buffered(ArmoredReader::new(sealed)).map_err(refused)
}

/// Reads all of it, or gives nothing: what was cut or changed shows only while it is read.
fn read(decryptor: Opening<'_>, identity: &dyn age::Identity) -> Result<Vec<u8>, OpenError> {
    let reader = decryptor.decrypt(std::iter::once(identity)).map_err(refused)?;
    let mut plain = Vec::new();
    reader.take(MAX_ARCHIVE_BYTES + 1).read_to_end(&mut plain).map_err(|_| OpenError::Damaged)?;
    if plain.len() as u64 > MAX_ARCHIVE_BYTES { Err(OpenError::TooLarge) } else { Ok(plain) }
}

fn refused(error: DecryptError) -> OpenError {
    match error {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed | DecryptError::NoMatchingKeys => {
            OpenError::OtherKey
        }
        DecryptError::ExcessiveWork { .. } => OpenError::TooStrong,
        DecryptError::InvalidHeader | DecryptError::InvalidMac | DecryptError::Io(_) => OpenError::Damaged,
        // A version of the format that this program does not know.
        _ => OpenError::Damaged,
    }
}

/// How much work a file asks for, as far as its second line says so: `-> scrypt SALT WORK`. What is no such line, the
/// crate judges, which bounds the work as well.
fn work_asked(sealed: &[u8]) -> Option<u64> {
    let line = sealed.split(|byte| *byte == b'\n').nth(1)?;
    let line = std::str::from_utf8(line.get(..line.len().min(80))?).ok()?;
    let mut words = line.strip_prefix("-> scrypt ")?.split(' ');
    let (_salt, work) = (words.next()?, words.next()?);
    work.parse().ok()
}

/// Whether the memory for the work can be had. The crate would not ask; it would end the page.
fn has_memory(work: u8) -> bool {
    // A kilobyte for each step, and somewhat more.
    let bytes = 1_usize.checked_shl(u32::from(work) + 10).and_then(|bytes| bytes.checked_add(1 << 20));
    bytes.is_some_and(|bytes| Vec::<u8>::new().try_reserve_exact(bytes).is_ok())
}

#[cfg(test)]
mod tests;
