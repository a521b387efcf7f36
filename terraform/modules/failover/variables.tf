variable "name" {
  description = "The API's public name."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$", var.name))
    error_message = "name must be a host name in lower case such as api.bbws.io."
  }
}

variable "hosted_zone_id" {
  description = "The Route 53 zone that takes the records."
  type        = string

  validation {
    condition     = can(regex("^Z[A-Z0-9]{5,31}$", var.hosted_zone_id))
    error_message = "hosted_zone_id must be the id of a Route 53 zone, such as Z0123456789ABCDEFGHIJ."
  }
}

variable "regions" {
  description = "By region: where the public name points there, and with two regions also the region's own name."
  type = map(object({
    domain_name        = string
    zone_id            = string
    health_name        = optional(string)
    health_domain_name = optional(string)
    health_zone_id     = optional(string)
  }))

  validation {
    condition     = length(var.regions) == 1 || length(var.regions) == 2
    error_message = "regions must have one region, or two: failover records know a primary and a secondary."
  }

  validation {
    condition     = length(var.regions) == 1 || alltrue([for region in values(var.regions) : region.health_name != null && region.health_name != var.name])
    error_message = "With two regions each needs a health_name of its own: the public name shows only the region that DNS names."
  }
}

variable "primary_region" {
  description = "The region that answers while it is healthy."
  type        = string

  validation {
    condition     = contains(keys(var.regions), var.primary_region)
    error_message = "primary_region must be one of the keys of regions."
  }
}

variable "health_path" {
  description = "What the health checks ask for."
  type        = string
  default     = "/health"

  validation {
    condition     = startswith(var.health_path, "/")
    error_message = "health_path must begin with a slash."
  }
}

variable "account_id" {
  description = "The account."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be 12 digits, in quotes."
  }
}

variable "alarm_prefix" {
  description = "What the alarms' names begin with, such as bbws-order-api-prod."
  type        = string
}

variable "alerts_topic_name" {
  description = "Name of the alerts topic, made in us-east-1 too when there are health checks."
  type        = string
}

variable "alert_emails" {
  description = "Who is written to when a region does not answer."
  type        = set(string)
}

variable "runbook_url" {
  description = "Address of the runbook that explains alarms."
  type        = string
}
