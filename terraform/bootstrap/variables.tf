variable "environment" {
  description = "The environment: dev, sit or prod. Part of every name."
  type        = string

  validation {
    condition     = contains(["dev", "sit", "prod"], var.environment)
    error_message = "environment must be dev, sit or prod: pass -var-file=dev.tfvars, sit.tfvars or prod.tfvars."
  }
}

variable "account_id" {
  description = "The AWS account of the environment. Terraform refuses to work in any other."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be the 12 digits of the environment's AWS account, in quotes."
  }
}

variable "owner" {
  description = "Who answers for the service: value of the tag Owner."
  type        = string
  default     = "bbws-orders"

  validation {
    condition     = can(regex("^[A-Za-z0-9 _.:/=+@-]{1,256}$", var.owner))
    error_message = "owner must have 1 to 256 letters, digits, spaces and _.:/=+@-, as tags allow them."
  }
}

variable "region" {
  description = "The first region of the environment, where its state lies."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must be a region's name, such as eu-west-1."
  }
}

variable "second_region" {
  description = "The region that stands by; null for none."
  type        = string
  default     = null

  validation {
    condition     = var.second_region == null ? true : can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.second_region)) && var.second_region != var.region
    error_message = "second_region must be the name of another region than region, such as eu-west-1, or be left out."
  }
}

variable "github" {
  description = "The repository whose workflows deploy: owner and name, and GitHub's numbers for both (gh api repos/OWNER/NAME --jq '.owner.id, .id')."
  type = object({
    owner         = string
    owner_id      = string
    repository    = string
    repository_id = string
  })

  validation {
    condition     = can(regex("^[A-Za-z0-9-]{1,39}$", var.github.owner)) && can(regex("^[A-Za-z0-9._-]{1,100}$", var.github.repository))
    error_message = "github.owner and github.repository must be names as in the repository's address, such as bbws and order-service, each without a slash."
  }

  validation {
    condition     = can(regex("^[1-9][0-9]*$", var.github.owner_id)) && can(regex("^[1-9][0-9]*$", var.github.repository_id))
    error_message = "github.owner_id and github.repository_id must be numbers, in quotes: gh api repos/OWNER/NAME --jq '.owner.id, .id' prints them."
  }
}

variable "apply_environments" {
  description = "GitHub environments whose jobs may deploy. Empty: the one named as the environment. With chained approvals the last one."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for name in var.apply_environments : can(regex("^[A-Za-z0-9_.-]+$", name))])
    error_message = "apply_environments must be names of GitHub environments: letters, digits, _, . and -, no patterns."
  }
}

variable "plan_for_pull_requests" {
  description = "Whether workflows of pull requests may plan against this account. They read its settings, and no data."
  type        = bool
  default     = false

  validation {
    condition     = !(var.plan_for_pull_requests && var.environment == "prod")
    error_message = "plan_for_pull_requests must be false in prod: whoever can push a branch can change the workflow that plans."
  }
}

variable "api_domain" {
  description = "Name of the API: records of it and below it may be changed."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$", var.api_domain))
    error_message = "api_domain must be a host name in lower case such as api-dev.bbws.io."
  }
}

variable "hosted_zone_id" {
  description = "The Route 53 zone that takes the records; null when the domain is shared and they are others'."
  type        = string
  default     = null

  validation {
    condition     = var.hosted_zone_id == null ? true : can(regex("^Z[A-Z0-9]{5,31}$", var.hosted_zone_id))
    error_message = "hosted_zone_id must be the id of a Route 53 zone, such as Z0123456789ABCDEFGHIJ."
  }
}

variable "mail_identity" {
  description = "The SES identity that mails are sent from: the domain, or the one address."
  type        = string

  validation {
    condition     = can(regex("^([A-Za-z0-9._+-]+@)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$", var.mail_identity))
    error_message = "mail_identity must be a domain or an address as SES names it, such as kimmyai.io, without a pattern."
  }
}

variable "cart_account_id" {
  description = "The account of the Cart API, whose requests may be signed; null for the environment's own."
  type        = string
  default     = null

  validation {
    condition     = var.cart_account_id == null ? true : can(regex("^[0-9]{12}$", var.cart_account_id))
    error_message = "cart_account_id must be the 12 digits of an AWS account, in quotes, or be left out."
  }
}

variable "account_has_github_provider" {
  description = "Whether the account trusts GitHub already: it can have this provider once."
  type        = bool
  default     = false
}

variable "account_logs_api_gateway" {
  description = "Whether API Gateway may write logs already, in every region: a setting that the account has once for each."
  type        = bool
  default     = false
}
