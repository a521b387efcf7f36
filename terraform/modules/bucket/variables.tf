variable "region" {
  description = "Region that the bucket lies in."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must be a region's name, such as eu-west-1."
  }
}

variable "name" {
  description = "Name of the bucket, unique in the world."
  type        = string

  validation {
    # 63 is S3's limit; a replication role carries the name and a suffix, in 64 characters.
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,50}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 52 lower-case letters, digits and hyphens, with a letter or digit at both ends."
  }
}

variable "expire_after_days" {
  description = "Days after which an object is deleted; null keeps it for good."
  type        = number
  default     = null

  validation {
    condition     = var.expire_after_days == null ? true : var.expire_after_days >= 1 && floor(var.expire_after_days) == var.expire_after_days
    error_message = "expire_after_days must be a whole number of days from 1, or null to keep objects for good."
  }
}

variable "glacier_after_days" {
  description = "Days after which an object moves to Glacier Instant Retrieval; null leaves it where it is."
  type        = number
  default     = null

  validation {
    condition     = var.glacier_after_days == null ? true : var.glacier_after_days >= 1 && floor(var.glacier_after_days) == var.glacier_after_days
    error_message = "glacier_after_days must be a whole number of days from 1, or null to move nothing."
  }

  validation {
    # S3 bills 90 days of that class at least: an object deleted before would cost more than one left alone.
    condition     = var.glacier_after_days == null || var.expire_after_days == null ? true : var.expire_after_days - var.glacier_after_days >= 90
    error_message = "glacier_after_days must be 90 days or more before expire_after_days: Glacier bills 90 days at least."
  }
}

variable "noncurrent_days" {
  description = "Days for which a replaced or deleted version can be brought back."
  type        = number

  validation {
    condition     = var.noncurrent_days >= 1 && floor(var.noncurrent_days) == var.noncurrent_days
    error_message = "noncurrent_days must be a whole number of days from 1."
  }
}

variable "force_destroy" {
  description = "Whether destroying the bucket deletes what is in it. Only where nothing of value lies."
  type        = bool
  default     = false
}
