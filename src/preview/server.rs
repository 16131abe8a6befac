//! The adapter to axum and tokio: sockets, threads and streams. Decides nothing itself: see [`super::answer`].

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::thread::JoinHandle;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, HOST, ORIGIN};
use axum::http::request::Parts;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use axum::serve::Listener;
use futures_util::future::select;
use futures_util::stream::unfold;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::Sleep;

use super::answer::{Answer, Asked, Content, answer};
use super::edit::LARGEST_REQUEST;
use super::state::{PageRequest, PreviewState};

/// How many connections and listening pages there may be: each takes memory.
const CONNECTIONS: usize = 256;
const LISTENERS: usize = 64;

/// How many pages are rendered at the same time. The allocator keeps memory for every thread that there ever was.
const RENDERERS: usize = 4;

/// A connection that neither sends nor takes anything for so long is closed.
const IDLE: Duration = Duration::from_secs(60);

/// How often a listening page hears that the server is still there.
const PULSE: Duration = Duration::from_secs(15);

/// How long open requests may take to finish when the server stops.
const FAREWELL: Duration = Duration::from_millis(500);

/// A server on a thread of its own.
#[derive(Debug)]
pub(super) struct Server {
    notifier: Bell,
    stop: Option<watch::Sender<bool>>,
    thread: Option<JoinHandle<()>>,
}

/// Tells all listening pages that there is a new state. They are told that there is one, not which: however many pass
/// before they look, they see the last.
#[derive(Clone, Debug)]
pub(super) struct Bell(Arc<watch::Sender<u64>>);

impl Bell {
    pub(super) fn notify_clients(&self) {
        self.0.send_modify(|count| *count = count.wrapping_add(1));
    }
}

/// What every request gets.
#[derive(Clone)]
struct Shared {
    state: Arc<PreviewState>,
    bound: IpAddr,
    notifier: watch::Receiver<u64>,
    stop: watch::Receiver<bool>,
    listeners: Arc<Semaphore>,
}

impl Server {
    /// Serves the current revision.
    pub(super) fn start(listener: std::net::TcpListener, state: Arc<PreviewState>) -> io::Result<Self> {
        listener.set_nonblocking(true)?;
        let bound = listener.local_addr()?.ip();
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).max_blocking_threads(RENDERERS).enable_all().build()?;
        let (notifier, heard) = watch::channel(0);
        let (stop, stopped) = watch::channel(false);
        let shared = Shared { state, bound, notifier: heard, stop: stopped.clone(), listeners: Arc::new(Semaphore::new(LISTENERS)) };
        let notifier = Bell(Arc::new(notifier));
        let thread = std::thread::Builder::new().name("serve".to_owned()).spawn(move || {
            runtime.block_on(serve(listener, shared, stopped));
            runtime.shutdown_timeout(FAREWELL);
        })?;
        Ok(Self { notifier, stop: Some(stop), thread: Some(thread) })
    }

    pub(super) fn notifier(&self) -> Bell {
        self.notifier.clone()
    }
}

impl Drop for Server {
    /// Stops listening, ends all streams and waits for the thread.
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            stop.send_replace(true);
        }
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has said so already.
            let _ = thread.join();
        }
    }
}

/// Listens from now on for the program being asked to stop; what it gives waits for that.
pub(super) fn interruption() -> io::Result<impl FnOnce() -> io::Result<()>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let asked = {
        let _inside = runtime.enter();
        interrupted()?
    };
    Ok(move || runtime.block_on(asked))
}

#[cfg(unix)]
fn interrupted() -> io::Result<impl Future<Output = io::Result<()>>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        select(pin!(interrupt.recv()), pin!(terminate.recv())).await;
        Ok(())
    })
}

#[cfg(not(unix))]
fn interrupted() -> io::Result<impl Future<Output = io::Result<()>>> {
    Ok(tokio::signal::ctrl_c())
}

async fn serve(listener: std::net::TcpListener, shared: Shared, mut stopped: watch::Receiver<bool>) {
    let Ok(listener) = TcpListener::from_std(listener) else { return };
    let listener = Guarded { listener, places: Arc::new(Semaphore::new(CONNECTIONS)) };
    let mut ending = stopped.clone();
    let router = Router::new().fallback(respond).with_state(shared);
    let serving = axum::serve(listener, router).with_graceful_shutdown(async move {
        // An error means that the server was dropped.
        let _ = stopped.wait_for(|stop| *stop).await;
    });
    let ended = async move {
        let _ = ending.wait_for(|stop| *stop).await;
        tokio::time::sleep(FAREWELL).await;
    };
    select(pin!(serving.into_future()), pin!(ended)).await;
}

async fn respond(State(shared): State<Shared>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    // Only changes are sent with something to read.
    let body = match head.method {
        axum::http::Method::POST => axum::body::to_bytes(body, LARGEST_REQUEST).await.ok(),
        _ => None,
    };
    // Loading and rendering take their time, and so does writing: other requests do not wait for it.
    let (state, bound) = (Arc::clone(&shared.state), shared.bound);
    let answered = tokio::task::spawn_blocking(move || answer(&state, &asked(&head, body.as_deref()), bound)).await;
    // What panicked has said so already.
    response(answered.unwrap_or_else(|_| Answer::failed()), &shared)
}

/// A request without what is axum's.
fn asked<'a>(head: &'a Parts, body: Option<&'a [u8]>) -> Asked<'a> {
    let (uri, headers) = (&head.uri, &head.headers);
    let text = |name| headers.get_all(name).iter().map(|value| value.to_str().unwrap_or_default());
    Asked {
        method: head.method.as_str(),
        path: uri.path(),
        query: uri.query().unwrap_or_default(),
        hosts: text(HOST).chain(uri.authority().map(|authority| authority.as_str())).collect(),
        origin: text(ORIGIN).next(),
        relation: headers.get("sec-fetch-site").map(|value| value.to_str().unwrap_or_default()),
        token: headers.get("x-tydlig-token").and_then(|value| value.to_str().ok()),
        kind: headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()),
        body,
    }
}

fn response(answer: Answer, shared: &Shared) -> Response {
    let mut response = match answer.body {
        Content::Bytes(bytes) => Response::new(Body::from(bytes)),
        Content::States(page) => match Arc::clone(&shared.listeners).try_acquire_owned() {
            Ok(permit) => states(Listening { page, shared: shared.clone(), last: None, _permit: permit }),
            Err(_) => return self::response(Answer::busy(), shared),
        },
    };
    *response.status_mut() = axum::http::StatusCode::from_u16(answer.status).unwrap_or_default();
    for (name, value) in answer.headers {
        if let Ok(value) = value.parse() {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

/// A page that is told its states.
struct Listening {
    page: PageRequest,
    shared: Shared,
    last: Option<String>,
    _permit: OwnedSemaphorePermit,
}

/// The states of a page as events, each only if it differs from the one before.
fn states(listening: Listening) -> Response {
    let stream = unfold(listening, |mut listening| async move {
        loop {
            if listening.last.is_some() {
                let (notifier, stop) = (&mut listening.shared.notifier, &mut listening.shared.stop);
                let stopped = pin!(stop.wait_for(|stop| *stop));
                match select(pin!(notifier.changed()), stopped).await {
                    futures_util::future::Either::Left((Ok(()), _)) => {}
                    _ => return None,
                }
            } else {
                listening.shared.notifier.mark_unchanged();
            }
            let (state, page) = (Arc::clone(&listening.shared.state), listening.page.clone());
            let state = tokio::task::spawn_blocking(move || state.state(&page)).await.ok().flatten().unwrap_or_default();
            if listening.last.as_ref() != Some(&state) {
                listening.last = Some(state.clone());
                return Some((Ok::<_, std::convert::Infallible>(Event::default().data(state)), listening));
            }
        }
    });
    Sse::new(stream).keep_alive(KeepAlive::new().interval(PULSE)).into_response()
}

/// A listener that takes no more connections than there are places for.
struct Guarded {
    listener: TcpListener,
    places: Arc<Semaphore>,
}

impl Listener for Guarded {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        loop {
            let Ok(place) = Arc::clone(&self.places).acquire_owned().await else { continue };
            let (stream, address) = Listener::accept(&mut self.listener).await;
            // Small answers should not wait for more to send with them.
            if stream.set_nodelay(true).is_ok() {
                return (Connection { stream, idle: Box::pin(tokio::time::sleep(IDLE)), _place: place }, address);
            }
        }
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        self.listener.local_addr()
    }
}

/// A connection that ends when nothing happens on it.
struct Connection {
    stream: TcpStream,
    idle: Pin<Box<Sleep>>,
    _place: OwnedSemaphorePermit,
}

impl Connection {
    /// What came of an attempt: progress starts the wait anew, none for too long is an error.
    fn watched<T>(&mut self, context: &mut Context<'_>, tried: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if tried.is_ready() {
            self.idle.as_mut().set(tokio::time::sleep(IDLE));
            return tried;
        }
        self.idle.as_mut().poll(context).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Connection {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let tried = Pin::new(&mut self.stream).poll_read(context, buffer);
        self.watched(context, tried)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let tried = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.watched(context, tried)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
