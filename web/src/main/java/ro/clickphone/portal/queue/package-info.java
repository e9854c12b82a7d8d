/** The page of the manual's step 3: who takes the calls of the waiting queue. */
package ro.clickphone.portal.queue;
