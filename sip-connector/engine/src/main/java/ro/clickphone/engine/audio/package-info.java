/** Sound as numbers: codecs, rates, tones, mixing, files. Pure: no socket, thread or clock may enter. */
package ro.clickphone.engine.audio;
