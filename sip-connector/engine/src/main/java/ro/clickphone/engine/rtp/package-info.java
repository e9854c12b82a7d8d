/** Sockets and packets of RTP: loops, ports, headers, sequence, source. Nothing that knows calls or SDP may enter. */
package ro.clickphone.engine.rtp;
