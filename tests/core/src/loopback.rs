//! What every server of the tests is: a port of this machine on which connections are served until the server goes away.

use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

/// Ends when it is dropped.
pub(crate) struct Loopback {
    /// Where it listens, at 127.0.0.1.
    pub(crate) port: u16,
    connections: Arc<AtomicUsize>,
    closed: Arc<AtomicBool>,
    listening: Option<JoinHandle<()>>,
}

impl Loopback {
    /// Begins to listen at this port, at any free one if it is 0; `serve` gets each connection with its number, from 1, on a thread of its
    /// own.
    pub(crate) fn listen(port: u16, serve: impl Fn(TcpStream, usize) + Send + Sync + 'static) -> Loopback {
        let listener = TcpListener::bind(("127.0.0.1", port)).expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let (connections, closed) = (Arc::<AtomicUsize>::default(), Arc::<AtomicBool>::default());
        let serve = Arc::new(serve);
        let listening = {
            let (connections, closed) = (Arc::clone(&connections), Arc::clone(&closed));
            thread::spawn(move || {
                for stream in listener.incoming().flatten() {
                    if closed.load(Ordering::SeqCst) {
                        break;
                    }
                    let number = connections.fetch_add(1, Ordering::SeqCst) + 1;
                    let serve = Arc::clone(&serve);
                    thread::spawn(move || serve(stream, number));
                }
            })
        };
        Loopback { port, connections, closed, listening: Some(listening) }
    }

    /// How many connections were made.
    pub(crate) fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

impl Drop for Loopback {
    fn drop(&mut self) {
        self.closed.store(true, Ordering::SeqCst);
        // Wakes the listener, which then sees that it is over.
        drop(TcpStream::connect(("127.0.0.1", self.port)));
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
    }
}

/// What a server keeps; a client whose thread panicked does not make it unreadable.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
