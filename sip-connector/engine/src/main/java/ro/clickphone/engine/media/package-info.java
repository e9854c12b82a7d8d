/** The audio of calls: a leg's media, joined, played to, listened to, recorded. Nothing that knows SIP may enter. */
package ro.clickphone.engine.media;
