//! A gateway of SMS on this computer that answers as it is told, or breaks off, or says nothing. What it was asked can be looked at.

use std::collections::VecDeque;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::certificates::{Authority, Certificate};
use crate::loopback::{Loopback, lock};

/// What the server does with one request.
#[derive(Clone, Debug)]
pub enum Reply {
    /// Answers: the code, headers (`Retry-After: 5`), and the body.
    Answer(u16, Vec<String>, String),
    /// Answers 200 with this body, and closes the connection without having said so.
    AnswerAndClose(String),
    /// Closes the connection when it has the whole request.
    Drop,
    /// Says nothing when it has the whole request.
    Silence,
    /// Waits, and then answers 200 with this body.
    Slow(Duration, String),
    /// Answers what is no HTTP.
    Noise,
    /// Says yes in the header, and breaks off in the body.
    HalfAnAnswer,
}

impl Reply {
    /// An answer without further headers.
    pub fn of(status: u16, body: &str) -> Reply {
        Reply::Answer(status, Vec::new(), body.to_owned())
    }
}

/// What the server was asked.
#[derive(Clone, Debug)]
pub struct Asked {
    /// `POST`
    pub method: String,
    /// With what follows the question mark.
    pub path: String,
    /// In their order, names in small letters.
    pub headers: Vec<(String, String)>,
    /// As it came.
    pub body: String,
    /// Which connection it came on, from 1.
    pub connection: usize,
}

impl Asked {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

#[derive(Default)]
struct State {
    asked: Mutex<Vec<Asked>>,
    replies: Mutex<VecDeque<Reply>>,
}

/// The server; it ends when it is dropped.
pub struct HttpServer {
    authority: String,
    encrypted: bool,
    state: Arc<State>,
    loopback: Loopback,
}

impl HttpServer {
    /// Starts one that speaks in the clear.
    ///
    /// # Panics
    /// When no port can be had.
    pub fn start() -> HttpServer {
        HttpServer::begin(None)
    }

    /// Starts one that speaks encrypted only.
    ///
    /// # Panics
    /// When no port can be had.
    pub fn encrypted(certificate: Certificate) -> HttpServer {
        HttpServer::begin(Some(certificate))
    }

    fn begin(certificate: Option<Certificate>) -> HttpServer {
        let authority = Authority::new();
        let tls = certificate.map(|certificate| authority.server(certificate));
        let encrypted = tls.is_some();
        let state = Arc::new(State::default());
        let loopback = {
            let state = Arc::clone(&state);
            Loopback::listen(0, move |stream, number| {
                // A client that goes away is no failure of the server.
                let _ = serve(stream, tls.clone(), &state, number);
            })
        };
        HttpServer { authority: authority.pem(), encrypted, state, loopback }
    }

    /// The address of a page.
    pub fn url(&self, path: &str) -> String {
        format!("{}://127.0.0.1:{}{path}", if self.encrypted { "https" } else { "http" }, self.loopback.port)
    }

    /// The certificate of the authority that vouches for it.
    pub fn authority(&self) -> String {
        self.authority.clone()
    }

    /// What it does with the next request; several wait in their order. Without any it answers 200 and `{"id":"1"}`.
    pub fn next(&self, reply: Reply) {
        lock(&self.state.replies).push_back(reply);
    }

    /// What it was asked.
    pub fn asked(&self) -> Vec<Asked> {
        lock(&self.state.asked).clone()
    }
}

trait Stream: Read + Write {}
impl<S: Read + Write> Stream for S {}

fn serve(stream: TcpStream, tls: Option<Arc<ServerConfig>>, state: &State, number: usize) -> std::io::Result<()> {
    let mut stream: Box<dyn Stream> = match tls {
        Some(tls) => {
            let connection = ServerConnection::new(tls).map_err(std::io::Error::other)?;
            Box::new(StreamOwned::new(connection, stream))
        }
        None => Box::new(stream),
    };
    let mut unread = Vec::new();
    loop {
        let asked = read(&mut *stream, &mut unread, number)?;
        lock(&state.asked).push(asked);
        let reply = lock(&state.replies).pop_front().unwrap_or_else(|| Reply::of(200, r#"{"id":"1"}"#));
        match reply {
            Reply::Answer(status, headers, body) => answer(&mut *stream, status, &headers, &body)?,
            Reply::AnswerAndClose(body) => return answer(&mut *stream, 200, &[], &body),
            Reply::Drop => return Ok(()),
            Reply::Silence => {
                // Until the client goes away.
                while stream.read(&mut [0; 64])? > 0 {}
                return Ok(());
            }
            Reply::Slow(time, body) => {
                std::thread::sleep(time);
                answer(&mut *stream, 200, &[], &body)?;
            }
            Reply::Noise => {
                stream.write_all(b"220 smtp.example ESMTP\r\n\r\n")?;
                return stream.flush();
            }
            Reply::HalfAnAnswer => {
                stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":")?;
                return stream.flush();
            }
        }
    }
}

fn answer(stream: &mut dyn Stream, status: u16, headers: &[String], body: &str) -> std::io::Result<()> {
    let mut text = format!("HTTP/1.1 {status} Whatever\r\nContent-Length: {}\r\n", body.len());
    for header in headers {
        text.push_str(header);
        text.push_str("\r\n");
    }
    text.push_str("\r\n");
    text.push_str(body);
    stream.write_all(text.as_bytes())?;
    stream.flush()
}

fn read(stream: &mut dyn Stream, unread: &mut Vec<u8>, connection: usize) -> std::io::Result<Asked> {
    let head_end = loop {
        if let Some(at) = unread.windows(4).position(|four| four == b"\r\n\r\n") {
            break at;
        }
        more(stream, unread)?;
    };
    let head = String::from_utf8_lossy(&unread[..head_end]).into_owned();
    let mut lines = head.split("\r\n");
    let mut first = lines.next().unwrap_or_default().split(' ').map(str::to_owned);
    let (method, path) = (first.next().unwrap_or_default(), first.next().unwrap_or_default());
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()))
        .collect();
    let length = headers.iter().find(|(name, _)| name == "content-length").and_then(|(_, value)| value.parse().ok());
    let end = head_end + 4 + length.unwrap_or(0_usize);
    while unread.len() < end {
        more(stream, unread)?;
    }
    let body = String::from_utf8_lossy(&unread[head_end + 4..end]).into_owned();
    unread.drain(..end);
    Ok(Asked { method, path, headers, body, connection })
}

fn more(stream: &mut dyn Stream, unread: &mut Vec<u8>) -> std::io::Result<()> {
    let mut buffer = [0; 4096];
    let count = stream.read(&mut buffer)?;
    if count == 0 {
        return Err(std::io::ErrorKind::UnexpectedEof.into());
    }
    unread.extend_from_slice(&buffer[..count]);
    Ok(())
}
