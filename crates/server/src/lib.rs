//! The foundry-gateway binary: settings, telemetry, wiring, command line.
