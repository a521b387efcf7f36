variable "account_id" {
  description = "Account of both buckets."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be 12 digits, in quotes."
  }
}

variable "source_bucket" {
  description = "The bucket that is copied: its name, once it is versioned, and its region."
  type        = object({ name = string, region = string })
}

variable "target_bucket" {
  description = "The bucket that is copied to: its name, once it is versioned, and its region."
  type        = object({ name = string, region = string })

  validation {
    condition     = var.target_bucket.region != var.source_bucket.region && var.target_bucket.name != var.source_bucket.name
    error_message = "target_bucket must be another bucket in another region than source_bucket."
  }
}

variable "permissions_boundary" {
  description = "ARN of the policy that bounds the role; null for none."
  type        = string
  default     = null
}

variable "alerts_topic_arns" {
  description = "By region: the topic that alarms publish to."
  type        = map(string)

  validation {
    condition     = alltrue([for region in [var.source_bucket.region, var.target_bucket.region] : contains(keys(var.alerts_topic_arns), region)])
    error_message = "alerts_topic_arns must have a topic for the region of each bucket."
  }
}

variable "runbook_url" {
  description = "Address of the runbook that explains alarms."
  type        = string
}
