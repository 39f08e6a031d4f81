//! What somebody wishes of the folder.

use super::face::{Sharing, Trouble};
use super::keeper::{CHOSEN, Keeper};
use crate::app::copies::Chosen;
use crate::app::folder_key::Keys;
use crate::app::sync::Notes;
use crate::platform::folder::{self, Directory};
use crate::platform::{clock, pause};

impl Keeper {
    /// Lets whoever is here choose a folder, and writes a first copy into it.
    pub async fn choose(&self) -> Result<(), Trouble> {
        let Some(folder) = folder::choose().await? else { return Ok(()) };
        folder.ask().await?;
        let store = self.store()?;
        self.wait().await;
        let chosen = Chosen { at: clock::now_ms(), name: folder.name(), ..Chosen::default() };
        let kept = async {
            // What was sent lies in the folder before.
            for name in Notes::names() {
                store.forget_meta(&name).await?;
            }
            store.keep_handle(CHOSEN, folder.handle()).await?;
            store.set_meta(CHOSEN, &chosen.to_text()).await
        }
        .await;
        self.inner.folder.replace(Some((chosen.at, folder.clone())));
        self.inner.notes.replace(None);
        self.show(|face| {
            face.chosen = Some(chosen.clone());
            face.trouble = None;
            face.sharing = Sharing::default();
        });
        let copied = match kept {
            Ok(()) => self.guarded_copy(&folder, chosen).await,
            Err(error) => Err(error.into()),
        };
        self.inner.busy.set(false);
        copied
    }

    /// A copy, unless the folder is protected and the passphrase was not given yet.
    pub(super) async fn guarded_copy(&self, folder: &Directory, chosen: Chosen) -> Result<(), Trouble> {
        match self.guard(folder, &chosen).await {
            Ok(()) => self.copy(folder, chosen).await,
            Err(trouble) => {
                self.show(|face| face.trouble = Some(trouble.clone()));
                Err(trouble)
            }
        }
    }

    /// Writes a copy now.
    pub async fn copy_now(&self) -> Result<(), Trouble> {
        let Some(chosen) = self.chosen().await? else { return Ok(()) };
        let folder = self.folder(&chosen).await?;
        folder.ask().await?;
        self.wait().await;
        let copied = self.guarded_copy(&folder, chosen).await;
        self.inner.busy.set(false);
        copied
    }

    /// Asks again whether the folder may be written, in answer to a press.
    pub async fn ask_again(&self) -> Result<(), Trouble> {
        let Some(chosen) = self.chosen().await? else { return Ok(()) };
        self.folder(&chosen).await?.ask().await?;
        self.note(&chosen, |chosen| chosen.failed = None).await?;
        self.show(|face| face.trouble = None);
        self.exchange().await;
        Ok(())
    }

    /// Begins or ends the exchange with other devices.
    pub async fn share_with_others(&self, shared: bool) -> Result<(), Trouble> {
        let Some(chosen) = self.chosen().await? else { return Ok(()) };
        self.note(&chosen, |chosen| chosen.shared = shared).await?;
        self.exchange().await;
        Ok(())
    }

    /// Looks through the shared folder now.
    pub async fn exchange(&self) {
        while self.inner.busy.get() {
            pause::pause().await;
        }
        self.inner.looked.set(0);
        self.clone().tick().await;
    }

    /// Lets go of the folder. What lies in it stays.
    pub async fn let_go(&self) -> Result<(), Trouble> {
        let store = self.store()?;
        store.forget_meta(CHOSEN).await?;
        store.forget_handle(CHOSEN).await?;
        self.show(|face| {
            face.chosen = None;
            face.trouble = None;
            face.sharing = Sharing::default();
        });
        Ok(())
    }

    /// The keys that this device holds; none where they cannot be read.
    pub async fn keys(&self) -> Keys {
        self.chosen().await.ok().flatten().map(|chosen| chosen.keys).unwrap_or_default()
    }

    pub(super) async fn chosen(&self) -> Result<Option<Chosen>, Trouble> {
        let store = self.store()?;
        Ok(store.meta(CHOSEN).await?.and_then(|text| Chosen::parse(&text)))
    }

    /// Waits until nothing else is at work on the folder.
    pub(super) async fn wait(&self) {
        while self.inner.busy.replace(true) {
            pause::pause().await;
        }
    }
}
