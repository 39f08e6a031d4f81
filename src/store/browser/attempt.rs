//! How anything is asked of the database: in one transaction, and again when the connection was lost
//! in the middle.

use super::Store;
use super::connection::Connection;
use super::reading::begin_change;
use super::transaction::Transaction;
use crate::store::seen::Seen;
use crate::store::{Durability, StoreError};
use std::cell::Cell;
use std::rc::Rc;

impl Store {
    pub(super) async fn read<T>(
        &self,
        work: impl AsyncFn(&Transaction) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.attempt(None, work).await
    }

    pub(super) async fn write<T>(
        &self,
        durability: Durability,
        work: impl AsyncFn(&Transaction) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.attempt(Some(durability), work).await
    }

    /// Writes what other tabs have to hear of: it is counted.
    pub(super) async fn change<T>(
        &self,
        durability: Durability,
        work: impl AsyncFn(&Transaction) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let (outcome, write) = self
            .write(durability, async |on| {
                let write = begin_change(on).await?;
                Ok((work(on).await?, write))
            })
            .await?;
        self.seen.borrow_mut().note(write);
        self.written.set(Some(write));
        Ok(outcome)
    }

    /// Does something in one transaction; once more over a new connection when this one was lost
    /// in the middle. Nothing was stored then.
    async fn attempt<T>(
        &self,
        write: Option<Durability>,
        work: impl AsyncFn(&Transaction) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut again = false;
        loop {
            let outcome = match self.begin(write).await {
                Ok(transaction) => {
                    let outcome = work(&transaction).await;
                    // Nothing depends on how a transaction ends that only reads.
                    if write.is_some() { transaction.end(outcome).await } else { outcome }
                }
                Err(error) => Err(error),
            };
            match outcome {
                Err(error) if error.may_pass() && !again && !self.superseded.get() => {
                    again = true;
                    self.close();
                }
                outcome => return outcome,
            }
        }
    }

    /// Begins a transaction. A connection that the browser has closed is opened again; one that
    /// another tab took over is not.
    async fn begin(&self, write: Option<Durability>) -> Result<Transaction, StoreError> {
        let connection = self.connection.borrow().clone();
        match Transaction::begin(&connection.raw, write) {
            Err(StoreError::Closed) if !self.superseded.get() => {
                let connection = connect(&self.name, &self.superseded, &self.on_trouble).await?;
                self.connection.replace(connection.clone());
                if connection.is_new {
                    self.seen.replace(Seen::default());
                    (self.on_trouble)(StoreError::Emptied);
                }
                Transaction::begin(&connection.raw, write)
            }
            begun => begun,
        }
    }
}

/// Opens the database, and tells when another tab takes it over.
pub(super) async fn connect(
    name: &str,
    superseded: &Rc<Cell<bool>>,
    on_trouble: &Rc<dyn Fn(StoreError)>,
) -> Result<Rc<Connection>, StoreError> {
    let (superseded, on_trouble) = (superseded.clone(), on_trouble.clone());
    let take_note = move || {
        superseded.set(true);
        on_trouble(StoreError::Closed);
    };
    Connection::open(name, take_note).await.map(Rc::new)
}
