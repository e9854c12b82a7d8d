/** The handshake with a browser on the way of the audio (DTLS-SRTP, RFC 5764). Nothing that knows sockets may enter. */
package ro.clickphone.engine.dtls;
