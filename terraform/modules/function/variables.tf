variable "region" {
  description = "Region of the function."
  type        = string
}

variable "account_id" {
  description = "Account of the function."
  type        = string
}

variable "name" {
  description = "Name of the function."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{1,64}$", var.name))
    error_message = "name must have 1 to 64 letters, digits, - and _."
  }
}

variable "role_name" {
  description = "Name of its execution role, which no other function has."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_+=,.@-]{1,64}$", var.role_name))
    error_message = "role_name must have 1 to 64 letters, digits and _+=,.@-."
  }
}

variable "permissions_boundary" {
  description = "ARN of the policy that bounds what the role can do (bootstrap/); null for none."
  type        = string
  default     = null

  validation {
    condition     = var.permissions_boundary == null || can(regex("^arn:aws:iam::[0-9]{12}:policy/[A-Za-z0-9_+=,.@-]+$", var.permissions_boundary))
    error_message = "permissions_boundary must be the ARN of a policy of the account, or null."
  }
}

variable "description" {
  description = "What the function does."
  type        = string
}

variable "artifact" {
  description = "Path of the zip."
  type        = string
}

variable "memory_mb" {
  description = "Memory in MB."
  type        = number

  validation {
    condition     = var.memory_mb >= 128 && var.memory_mb <= 10240
    error_message = "memoryMb of functions.json must be from 128 to 10240."
  }
}

variable "timeout_seconds" {
  description = "Time-out in seconds."
  type        = number

  validation {
    condition     = var.timeout_seconds >= 1 && var.timeout_seconds <= 900
    error_message = "timeoutSeconds of functions.json must be from 1 to 900."
  }
}

variable "environment" {
  description = "Its environment variables, all of them."
  type        = map(string)
}

variable "policy" {
  description = "The calls that its code makes, as a policy document in JSON; null for none. Logs, tracing and queues are added."
  type        = string
  default     = null
}

variable "keep_live_version" {
  description = "Whether the alias stays at its version when there is a new one, for `pnpm canary` to move. The alias must exist."
  type        = bool
  default     = false
}

variable "log_level" {
  description = "What the function logs."
  type        = string
}

variable "log_retention_days" {
  description = "How long its logs are kept, in days."
  type        = number
}

variable "enable_xray" {
  description = "Whether X-Ray traces it."
  type        = bool
}
