/** The customer's spoken messages: slots, the sound in them, and its file for the engine. No call, no screen. */
package ro.clickphone.pbx.prompt;
