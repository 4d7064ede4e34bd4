//! Every struct of the generated file can be made from an empty JSON object and written again.

const std = @import("std");
const dtos = @import("dtos");

test "every DTO is read from JSON and written to it" {
    @setEvalBranchQuota(1_000_000);
    inline for (comptime std.meta.declarations(dtos)) |name| {
        const found = @field(dtos, name);
        if (@TypeOf(found) == type and @typeInfo(found) == .@"struct") {
            const read = try std.json.parseFromSlice(found, std.testing.allocator, "{}", .{});
            defer read.deinit();
            const text = try std.json.Stringify.valueAlloc(std.testing.allocator, read.value, .{});
            defer std.testing.allocator.free(text);
        }
    }
}
