/** What is going on right now, in memory: who is registered, who rings, who talks. Nothing that must last may enter. */
package ro.clickphone.pbx.live;
