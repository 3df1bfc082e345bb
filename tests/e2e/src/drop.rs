//! A file dragged from a file manager and dropped on the window: the source's side of the X drag-and-drop protocol, version 5.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use x11rb::{
    COPY_DEPTH_FROM_PARENT, COPY_FROM_PARENT, CURRENT_TIME,
    connection::Connection,
    protocol::{
        Event,
        xproto::{
            Atom, AtomEnum, ClientMessageEvent, ConnectionExt, CreateWindowAux, EventMask, PropMode,
            SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent, Window as Id, WindowClass,
        },
    },
    rust_connection::RustConnection,
    wrapper::ConnectionExt as _,
};

/// The hand that holds the file.
struct Hand<'a> {
    server: &'a RustConnection,
    target: Id,
    list: Vec<u8>,
}

/// Drops `file` on the middle of `target`. Panics when the window does not take it.
pub(crate) fn drop_file(server: &RustConnection, root: Id, target: Id, (x, y): (u32, u32), file: &Path) {
    let own = server.generate_id().expect("an identifier");
    let (depth, visual) = (COPY_DEPTH_FROM_PARENT, COPY_FROM_PARENT);
    let created = server.create_window(
        depth,
        own,
        root,
        0,
        0,
        1,
        1,
        0,
        WindowClass::INPUT_OUTPUT,
        visual,
        &CreateWindowAux::new(),
    );
    created.expect("a window").check().expect("a window");
    let hand = Hand { server, target, list: format!("file://{}\r\n", encoded(file)).into_bytes() };
    let held = server.set_selection_owner(own, hand.atom("XdndSelection"), CURRENT_TIME);
    held.expect("a selection").check().expect("a selection");

    hand.tell("XdndEnter", [own, 5 << 24, hand.atom("text/uri-list"), 0, 0]);
    for step in 0..4 {
        let place = (x << 16) | (y + step);
        hand.tell("XdndPosition", [own, 0, place, CURRENT_TIME, hand.atom("XdndActionCopy")]);
        hand.hear("XdndStatus");
    }
    hand.tell("XdndDrop", [own, 0, CURRENT_TIME, 0, 0]);
    hand.hear("XdndFinished");
}

impl Hand<'_> {
    fn tell(&self, what: &str, words: [u32; 5]) {
        let message = ClientMessageEvent::new(32, self.target, self.atom(what), words);
        let sent = self.server.send_event(false, self.target, EventMask::NO_EVENT, message);
        sent.expect("a message").check().expect("the window is there");
    }

    /// Waits for the window's answer and hands over the file's name when it asks.
    fn hear(&self, what: &str) {
        let wanted = self.atom(what);
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(5) {
            match self.server.poll_for_event().expect("the screen of this test") {
                Some(Event::ClientMessage(message)) if message.type_ == wanted => return,
                Some(Event::SelectionRequest(request)) => self.hand_over(&request),
                Some(_) => {}
                None => std::thread::sleep(Duration::from_millis(5)),
            }
        }
        panic!("the window does not answer a drag with {what}");
    }

    fn hand_over(&self, request: &SelectionRequestEvent) {
        let SelectionRequestEvent { requestor, property, target, selection, time, .. } = *request;
        if target == self.atom("TARGETS") {
            let offered = [self.atom("text/uri-list")];
            let written =
                self.server.change_property32(PropMode::REPLACE, requestor, property, AtomEnum::ATOM, &offered);
            written.expect("an answer").check().expect("an answer");
        } else {
            let written = self.server.change_property8(PropMode::REPLACE, requestor, property, target, &self.list);
            written.expect("an answer").check().expect("an answer");
        }
        let answer = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time,
            requestor,
            selection,
            target,
            property,
        };
        let sent = self.server.send_event(false, requestor, EventMask::NO_EVENT, answer);
        sent.expect("an answer").check().expect("an answer");
    }

    fn atom(&self, name: &str) -> Atom {
        let answer = self.server.intern_atom(false, name.as_bytes()).expect("a request");
        answer.reply().expect("every server knows atoms").atom
    }
}

/// A path as file managers write it: every byte that is not plain as `%xx`.
fn encoded(path: &Path) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte);
    let bytes = path.to_str().expect("a path of this test").bytes();
    bytes.map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
