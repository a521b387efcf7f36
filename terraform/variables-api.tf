# The API: its name in the world, who may call it, and how much.

variable "api_domain" {
  description = "Name of the API, without a path, such as api-dev.bbws.io."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$", var.api_domain))
    error_message = "api_domain must be a host name in lower case such as api-dev.bbws.io, without https:// and without a path."
  }
}

variable "domain_mode" {
  description = "owned: the domain is this service's alone, with certificate and records. shared: it exists and serves others too; only base_path on it is ours."
  type        = string
  default     = "owned"

  validation {
    condition     = contains(["owned", "shared"], var.domain_mode)
    error_message = "domain_mode must be owned or shared."
  }
}

variable "base_path" {
  description = "In domain_mode shared: the path of the shared domain under which the API lies, such as orders for https://api.bbws.io/orders/v1.0/orders."
  type        = string
  default     = null

  validation {
    condition     = var.base_path == null || can(regex("^[A-Za-z0-9$_.+!*'()-]+$", var.base_path))
    error_message = "base_path must be one segment without slashes, such as orders."
  }

  validation {
    condition     = (var.domain_mode == "shared") == (var.base_path != null)
    error_message = "base_path belongs to domain_mode shared: give one there, and leave it out in domain_mode owned."
  }
}

variable "hosted_zone_id" {
  description = "In domain_mode owned: the Route 53 zone that takes the records of api_domain."
  type        = string
  default     = null

  validation {
    condition     = var.hosted_zone_id == null || can(regex("^Z[A-Z0-9]{5,31}$", var.hosted_zone_id))
    error_message = "hosted_zone_id must be the id of a Route 53 zone, such as Z0123456789ABCDEFGHIJ."
  }

  validation {
    condition     = var.domain_mode == "shared" || var.hosted_zone_id != null
    error_message = "domain_mode is owned: give the hosted_zone_id of the zone that holds api_domain."
  }
}

variable "tls_policy" {
  description = "Oldest TLS that the API's name takes. The names of the regions always take TLS 1.2, which the health checks speak."
  type        = string
  default     = "TLS_1_2"

  validation {
    condition     = contains(["TLS_1_2", "SecurityPolicy_TLS13_1_3_2025_09"], var.tls_policy)
    error_message = "tls_policy must be TLS_1_2 (which takes 1.3 as well) or SecurityPolicy_TLS13_1_3_2025_09."
  }
}

variable "allowed_origins" {
  description = "Origins that browsers may call the API from."
  type        = list(string)

  validation {
    condition     = length(var.allowed_origins) > 0
    error_message = "allowed_origins must name the portal's origin at least, such as https://portal.bbws.io."
  }

  validation {
    condition = alltrue([
      for origin in var.allowed_origins : origin == "*" || can(regex("^https?://[a-z0-9.-]+(:[0-9]+)?$", origin))
    ])
    error_message = "allowed_origins must be scheme and host in lower case, as browsers send them: https://portal.bbws.io, without a slash at the end."
  }

  validation {
    condition     = var.environment != "prod" || alltrue([for origin in var.allowed_origins : startswith(origin, "https://")])
    error_message = "allowed_origins must be https addresses in prod, none of them *."
  }
}

variable "throttle_rate" {
  description = "Most requests a second, on average. Above the account's own limit it takes a quota raise."
  type        = number

  validation {
    condition     = var.throttle_rate > 0
    error_message = "throttle_rate must be a number of requests a second above 0."
  }
}

variable "throttle_burst" {
  description = "Most requests at once."
  type        = number

  validation {
    condition     = var.throttle_burst > 0 && floor(var.throttle_burst) == var.throttle_burst
    error_message = "throttle_burst must be a whole number of requests above 0."
  }
}

variable "waf" {
  description = "The web application firewall: null for none, else how many requests one address may make in five minutes."
  type        = object({ requests_per_five_minutes = number })
  default     = null

  validation {
    condition     = var.waf == null || try(var.waf.requests_per_five_minutes >= 10 && var.waf.requests_per_five_minutes <= 2000000000, false)
    error_message = "waf.requests_per_five_minutes must be 10 or more."
  }

  validation {
    condition     = var.environment == "dev" || var.waf != null
    error_message = "waf must be set in sit and prod: waf = { requests_per_five_minutes = 2000 }."
  }
}

variable "order_update_groups" {
  description = "Cognito groups that may set an order's status: group, or group:status|status for some statuses. Empty: every user of the tenant."
  type        = list(string)
  default     = []

  validation {
    condition = alltrue([
      for group in var.order_update_groups :
      can(regex("^[^:|,\\s]+(:(pending|paid|processing|completed|cancelled|failed|refunded)(\\|(pending|paid|processing|completed|cancelled|failed|refunded))*)?$", group))
    ])
    error_message = "order_update_groups must be groups such as order-admin or finance:paid|refunded, with statuses from pending, paid, processing, completed, cancelled, failed, refunded."
  }

  validation {
    condition     = var.environment != "prod" || length(var.order_update_groups) > 0
    error_message = "order_update_groups must name a group in prod (R-API-11): an empty list lets every user set every status."
  }
}
