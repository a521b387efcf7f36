variable "region" {
  description = "Region of the API."
  type        = string
}

variable "account_id" {
  description = "Account of the API."
  type        = string
}

variable "name" {
  description = "Name of the API."
  type        = string
}

variable "openapi_file" {
  description = "The OpenAPI document, with placeholders (packages/api/src/openapi/gateway.ts)."
  type        = string
}

variable "functions" {
  description = "By name as in functions.json: the functions that routes lead to, and their aliases."
  type = map(object({
    function_name = string
    alias_name    = string
    alias_arn     = string
  }))
}

variable "user_pool_arns" {
  description = "ARNs of the Cognito user pools whose ID tokens are taken."
  type        = list(string)

  validation {
    condition     = length(var.user_pool_arns) > 0 && alltrue([for arn in var.user_pool_arns : can(regex("^[A-Za-z0-9:/_-]+$", arn))])
    error_message = "user_pool_arns must name a user pool at least, and hold nothing but ARNs: they stand in a template."
  }
}

variable "allowed_origins" {
  description = "Origins that browsers may call the API from."
  type        = list(string)

  validation {
    condition     = alltrue([for origin in var.allowed_origins : !strcontains(origin, "'") && !strcontains(origin, "\\") && !strcontains(origin, "\"")])
    error_message = "allowed_origins must not contain quotes or backslashes: they stand in a template."
  }
}

variable "domain" {
  description = "The name under which the API answers."
  type = object({
    # owned: the domain is made here. shared: it exists, and base_path on it is ours.
    mode            = string
    name            = string
    base_path       = optional(string)
    certificate_arn = optional(string)
    tls_policy      = optional(string, "TLS_1_2")
    # A further name that this region alone has, for its health check; null for none.
    regional_name = optional(string)
  })

  validation {
    condition     = contains(["owned", "shared"], var.domain.mode)
    error_message = "domain.mode must be owned or shared."
  }

  validation {
    condition     = var.domain.mode == "shared" || var.domain.certificate_arn != null
    error_message = "domain.mode is owned: give domain.certificate_arn."
  }
}

variable "throttle_rate" {
  description = "Most requests a second, on average."
  type        = number
}

variable "throttle_burst" {
  description = "Most requests at once."
  type        = number
}

variable "log_retention_days" {
  description = "How long the access log is kept, in days."
  type        = number
}

variable "enable_xray" {
  description = "Whether X-Ray traces requests."
  type        = bool
}
