/** The operators' API under /api/v1: resources of one-liners into services, problem+json for whatever goes wrong. */
package ro.clickphone.portal.rest;
