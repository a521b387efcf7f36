# Where it is deployed, and what it is made from.

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

variable "primary_region" {
  description = "The region that is first in every way: first writer, first of the failover records, names without a suffix."
  type        = string

  validation {
    condition     = contains(keys(var.regions), var.primary_region)
    error_message = "primary_region must be one of the keys of regions."
  }

  validation {
    condition     = try(var.regions[var.primary_region].order_number_letter, "") == ""
    error_message = "The primary region has no order_number_letter: leave it out there, and give one to the other region."
  }
}

variable "regions" {
  description = "Each region of the environment, and what others own there: one region, or two when the second stands by (R-OPS-02)."
  type = map(object({
    # Regional services do not see each other's: each region names its own.
    user_pool_arn       = string
    ses_identity_arn    = string
    cart_lambda_api_url = string
    # Needed in domain_mode owned: covers api_domain and, with two regions, {region}.{api_domain}.
    certificate_arn = optional(string)
    # Needed when requests to the Cart API are signed.
    cart_api_arn = optional(string)
    # In order numbers; none in the primary region.
    order_number_letter = optional(string, "")
  }))

  validation {
    condition     = length(var.regions) >= 1 && length(var.regions) <= 2
    error_message = "regions must name one region, or two when the second stands by."
  }

  validation {
    condition     = var.domain_mode != "shared" || length(var.regions) == 1
    error_message = "domain_mode must be owned with two regions: the failover records answer for the whole name."
  }

  validation {
    condition = alltrue([
      for region in keys(var.regions) : can(regex("^(af|ap|ca|eu|il|me|mx|sa|us)-(central|north|northeast|northwest|south|southeast|southwest|east|west)-[1-9]$", region))
    ])
    error_message = "The keys of regions must be AWS regions such as af-south-1 or eu-west-1."
  }

  validation {
    condition = alltrue([
      for settings in values(var.regions) : can(regex("^arn:aws:cognito-idp:[a-z0-9-]+:[0-9]{12}:userpool/[a-z0-9-]+_[A-Za-z0-9]+$", settings.user_pool_arn))
    ])
    error_message = "user_pool_arn must be the ARN of a Cognito user pool: arn:aws:cognito-idp:{region}:{account}:userpool/{id}."
  }

  validation {
    condition = alltrue([
      for region, settings in var.regions : can(regex("^arn:aws:ses:${region}:[0-9]{12}:identity/[^/*]+$", settings.ses_identity_arn))
    ])
    error_message = "ses_identity_arn must be the ARN of an SES identity in the region that it stands under: arn:aws:ses:{region}:{account}:identity/{domain}."
  }

  validation {
    condition = alltrue([
      for settings in values(var.regions) : can(regex(local.https_address, settings.cart_lambda_api_url))
    ])
    error_message = "cart_lambda_api_url must be an https address without a query: the address of the Cart API without /carts."
  }

  validation {
    condition = alltrue([
      for region, settings in var.regions : settings.certificate_arn == null || can(regex("^arn:aws:acm:${region}:[0-9]{12}:certificate/[0-9a-f-]+$", settings.certificate_arn))
    ])
    error_message = "certificate_arn must be the ARN of an ACM certificate in the region that it stands under: arn:aws:acm:{region}:{account}:certificate/{id}."
  }

  validation {
    condition     = var.domain_mode == "shared" || alltrue([for settings in values(var.regions) : settings.certificate_arn != null])
    error_message = "domain_mode is owned: give every region a certificate_arn, or set domain_mode to shared when the domain belongs to others."
  }

  validation {
    condition = var.cart_authentication == "none" || alltrue([
      for region, settings in var.regions :
      can(regex(
        var.cart_authentication == "sigv4:lambda"
        ? "^arn:aws:lambda:${region}:[0-9]{12}:function:[A-Za-z0-9_-]+(:[A-Za-z0-9_-]+)?$"
        : "^arn:aws:execute-api:${region}:[0-9]{12}:[a-z0-9]+/[^/]+/GET/.+$",
        settings.cart_api_arn
      ))
    ])
    error_message = "cart_authentication signs requests for a region's own Cart API: give every region a cart_api_arn, arn:aws:execute-api:{region}:{account}:{api}/{stage}/GET/carts/* or, for sigv4:lambda, arn:aws:lambda:{region}:{account}:function:{name}."
  }

  validation {
    condition     = alltrue([for settings in values(var.regions) : can(regex("^[A-Z]?$", settings.order_number_letter))])
    error_message = "order_number_letter must be empty or one letter from A to Z."
  }

  validation {
    condition     = length(distinct([for settings in values(var.regions) : settings.order_number_letter])) == length(var.regions)
    error_message = "Every region needs an order_number_letter of its own: two regions with the same one would give the same numbers twice."
  }
}

variable "functions_file" {
  description = "The functions, their triggers and their sizes."
  type        = string
  default     = "../functions/functions.json"

  validation {
    condition     = can(keys(jsondecode(file(var.functions_file)).functions))
    error_message = "functions_file must name a JSON file with functions: run Terraform in terraform/, or correct the path."
  }
}

variable "table_file" {
  description = "Keys and indexes of the table."
  type        = string
  default     = "../packages/dynamo/table.json"

  validation {
    condition     = can(jsondecode(file(var.table_file)).indexes)
    error_message = "table_file must name a JSON file with indexes: run Terraform in terraform/, or correct the path."
  }
}

variable "openapi_file" {
  description = "The OpenAPI document that API Gateway is deployed from, as a template."
  type        = string
  default     = "../packages/api/openapi.json"

  validation {
    condition     = can(keys(jsondecode(file(var.openapi_file)).paths))
    error_message = "openapi_file must name an OpenAPI document in JSON: run pnpm generate, or correct the path."
  }
}

variable "artifact" {
  description = "Path of a function's zip; {function} stands for its name."
  type        = string
  default     = "../dist/{function}.zip"

  validation {
    condition     = endswith(var.artifact, ".zip")
    error_message = "artifact must be the path of a zip, such as ../dist/{function}.zip."
  }
}

variable "force_destroy" {
  description = "Whether terraform destroy takes the buckets' objects along. Only where nobody will miss them."
  type        = bool
  default     = false

  validation {
    condition     = !(var.force_destroy && var.environment == "prod")
    error_message = "force_destroy must be false in prod: empty a bucket by hand if it really has to go."
  }
}
