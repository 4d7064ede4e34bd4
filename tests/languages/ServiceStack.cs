// What generated C# uses of ServiceStack's libraries, so that it can be compiled without them.
using System;
using System.Collections.Generic;

namespace ServiceStack
{
    public interface IReturn<T> { }
    public interface IReturnVoid { }
    public interface IGet { }
    public interface IPost { }
    public interface IPut { }
    public interface IDelete { }
    public interface IPatch { }
    public interface IMeta { Dictionary<string, string> Meta { get; set; } }
    public interface IHasSessionId { string SessionId { get; set; } }

    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public class RouteAttribute : Attribute
    {
        public RouteAttribute(string path) { }
        public RouteAttribute(string path, string verbs) { }
    }

    public class ApiAttribute : Attribute { public string Description { get; set; } }
    public class ValidateNotEmptyAttribute : Attribute { }
    public class ResponseStatus { }
}

namespace ServiceStack.DataAnnotations
{
    public class StringLengthAttribute : Attribute { public StringLengthAttribute(int maximumLength) { } }
}
