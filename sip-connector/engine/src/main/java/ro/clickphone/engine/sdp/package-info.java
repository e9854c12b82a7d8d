/** Session descriptions (RFC 8866) and how two ends agree on them (RFC 3264). Pure: no socket, thread or clock may enter. */
package ro.clickphone.engine.sdp;
