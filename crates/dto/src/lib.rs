//! The Foundry API's request and response DTOs.
