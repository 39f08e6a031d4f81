//! The passphrase of the folder: sets it, and lets this device in where another one has set it.

use super::face::Trouble;
use super::keeper::Keeper;
use crate::app::copies::Chosen;
use crate::app::folder_key::{self, HeldKey};
use crate::archive::sealed::{OpenError, Passphrase, SealError};
use crate::archive::sync::FolderError;
use crate::platform::clock;
use crate::platform::folder::Directory;
use crate::store::StoreError;

/// Why a passphrase did not do what it was to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum KeyTrouble {
    /// The folder or the store stands in the way.
    Trouble(Trouble),
    /// It does not open the key.
    Refused(OpenError),
    /// The carrier has not brought the key's file yet, or not all of it.
    OnTheWay,
    /// Nothing could be sealed.
    NotSealed(SealError),
}

impl From<Trouble> for KeyTrouble {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl From<FolderError> for KeyTrouble {
    fn from(error: FolderError) -> Self {
        Self::Trouble(error.into())
    }
}

impl From<StoreError> for KeyTrouble {
    fn from(error: StoreError) -> Self {
        Self::Trouble(error.into())
    }
}

impl From<SealError> for KeyTrouble {
    fn from(error: SealError) -> Self {
        Self::NotSealed(error)
    }
}

async fn key_files(folder: &Directory) -> Result<Vec<String>, FolderError> {
    let items = folder.items().await?.into_iter().filter(|item| !item.is_folder);
    Ok(items.map(|item| item.name).filter(|name| folder_key::is_key_file(name)).collect())
}

impl Keeper {
    /// Stops what would be written plain into a folder that is protected. And sees to it that the key lies
    /// there: without its file no other device could be let in.
    pub(super) async fn guard(&self, folder: &Directory, chosen: &Chosen) -> Result<(), Trouble> {
        self.inner.guarded.set(clock::now_ms());
        let there = key_files(folder).await?;
        let Some(held) = chosen.keys.first() else {
            return if there.is_empty() { Ok(()) } else { Err(Trouble::Protected) };
        };
        let is_half = there.contains(&held.file) && folder.size(&held.file).await? != held.text.len() as u64;
        if there.is_empty() || is_half {
            folder.write(&held.file, held.text.as_bytes()).await?;
        }
        Ok(())
    }

    /// Protects the folder with a passphrase, or gives it another one: what is written into it from now on
    /// is sealed, and so is what this device wrote before.
    ///
    /// # Errors
    /// [`KeyTrouble`]; the folder is then as it was, or asks for this passphrase.
    pub async fn protect(&self, passphrase: &Passphrase) -> Result<(), KeyTrouble> {
        let Some(chosen) = self.chosen().await? else { return Ok(()) };
        let folder = self.folder(&chosen).await?;
        folder.ask().await?;
        self.wait().await;
        let done = self.protect_now(passphrase, chosen, &folder).await;
        self.inner.busy.set(false);
        done?;
        self.exchange().await;
        Ok(())
    }

    async fn protect_now(
        &self,
        passphrase: &Passphrase,
        chosen: Chosen,
        folder: &Directory,
    ) -> Result<(), KeyTrouble> {
        self.guard(folder, &chosen).await?;
        let key = chosen.keys.guarded_by(passphrase)?;
        folder.write(&key.file, key.text.as_bytes()).await?;
        let before = chosen.keys.first().map(|held| held.file.clone());
        let chosen = self.note(&chosen, |chosen| chosen.keys.hold(key)).await?;
        match before {
            // It opens with the passphrase that no longer counts.
            Some(before) => folder.remove(&before).await?,
            None => self.copy(folder, chosen).await?,
        }
        Ok(())
    }

    /// Lets this device in with the passphrase that another one has set, and seals what it wrote before.
    ///
    /// # Errors
    /// [`KeyTrouble`]; where the passphrase was not the right one, nothing was written.
    pub async fn unlock(&self, passphrase: &Passphrase) -> Result<(), KeyTrouble> {
        let Some(chosen) = self.chosen().await? else { return Ok(()) };
        let folder = self.folder(&chosen).await?;
        folder.ask().await?;
        let (mut found, mut refused) = (Vec::new(), KeyTrouble::OnTheWay);
        for name in key_files(&folder).await?.into_iter().filter(|name| !chosen.keys.has(name)) {
            let content = folder.read(&name, folder_key::MAX_BYTES).await?;
            if !folder_key::is_whole(&name, &content) {
                continue;
            }
            match HeldKey::open(&content, passphrase) {
                Ok(key) => found.push(key),
                Err(error) => refused = KeyTrouble::Refused(error),
            }
        }
        if found.is_empty() {
            return Err(refused);
        }
        let chosen =
            self.note(&chosen, |chosen| found.into_iter().for_each(|key| chosen.keys.hold(key))).await?;
        self.inner.guarded.set(0);
        self.wait().await;
        let copied = self.copy(&folder, chosen).await;
        self.inner.busy.set(false);
        copied?;
        self.exchange().await;
        Ok(())
    }
}
