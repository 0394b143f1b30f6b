namespace Microsoft.SqlServer.Server;

/// <summary>How a user-defined type is serialised; SqlClient refers to it, this product never uses one.</summary>
public enum Format
{
    Unknown,
    Native,
    UserDefined,
}
