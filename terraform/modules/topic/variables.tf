variable "region" {
  description = "Region of the topic."
  type        = string
}

variable "account_id" {
  description = "Account of the topic."
  type        = string
}

variable "name" {
  description = "Name of the topic."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{1,256}$", var.name))
    error_message = "name must have 1 to 256 letters, digits, - and _."
  }
}
