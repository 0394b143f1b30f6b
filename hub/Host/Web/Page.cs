using IntegrationHub.Host.Access;
using IntegrationHub.Host.Web.Pages;
using IntegrationHub.Host.Web.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationHub.Host.Web;

/// <summary>Makes page answers: a component, who looks at it, and what it shows.</summary>
public static class Page
{
    public static Visitor Visitor(HttpContext context) => new(
        context.User.Account(), context.User.Role(), PageLanguage.Of(context.Request), context.Request.Path + context.Request.QueryString.Value);

    public static RazorComponentResult Of<TPage>(HttpContext context, params (string Name, object? Value)[] parameters)
        where TPage : IComponent
    {
        var all = parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        all["Visitor"] = Visitor(context);
        return new RazorComponentResult(typeof(TPage), all);
    }

    /// <summary>A page that only says something: <c>KEY.title</c> and <c>KEY.text</c> of the resource files.</summary>
    public static RazorComponentResult Message(HttpContext context, string key, int status, params object?[] values)
    {
        var words = PageLanguage.Of(context.Request);
        var page = Of<MessagePage>(context, ("Title", words[$"{key}.title"]), ("Text", words[$"{key}.text", values]));
        page.StatusCode = status;
        return page;
    }
}
