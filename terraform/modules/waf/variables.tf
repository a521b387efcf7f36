variable "region" {
  description = "Region of what is protected."
  type        = string
}

variable "name" {
  description = "Name of the web ACL."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{1,128}$", var.name))
    error_message = "name must have 1 to 128 letters, digits, - and _."
  }
}

variable "protected_arn" {
  description = "ARN of the API's stage."
  type        = string
}

variable "requests_per_five_minutes" {
  description = "How many requests one address may make in five minutes."
  type        = number

  validation {
    condition     = var.requests_per_five_minutes >= 10
    error_message = "requests_per_five_minutes must be 10 or more."
  }
}

variable "throttled_answer" {
  description = "What an address above the limit is told: `throttled_answer` of modules/api."
  type = object({
    status  = number
    headers = map(string)
    body    = string
  })

  validation {
    condition     = can(keys(jsondecode(var.throttled_answer.body))) && length(var.throttled_answer.body) <= 4096
    error_message = "throttled_answer.body must be a JSON object of at most 4,096 characters, the most that a web ACL holds."
  }
}

variable "log_retention_days" {
  description = "How long the log of what was blocked is kept, in days."
  type        = number
}
