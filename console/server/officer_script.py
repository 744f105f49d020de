"""What the officer's page does where scripts run: keeps answers until there is a signal."""

from __future__ import annotations

from console.server.officer_words import NO_SIGNAL, WAITING

REFRESH_S = 20

SCRIPT = (
    """(()=>{'use strict';
const key='sigap'+location.pathname,main=document.querySelector('main'),line=document.createElement('p');
line.className='box';line.setAttribute('role','status');line.hidden=true;document.body.prepend(line);
let kept=[],busy=false;
try{kept=JSON.parse(localStorage.getItem(key)||'[]')}catch(e){kept=[]}
const keep=()=>{try{localStorage.setItem(key,JSON.stringify(kept.filter(k=>!k.form)))}catch(e){}};
const say=()=>{line.hidden=!kept.length&&!line.dataset.off;line.textContent=[line.dataset.off||'',
kept.length?'WAITING '+kept.map(k=>k.name).join(', '):''].join(' ').trim()};
const draw=async answer=>{const text=await answer.text(),page=new DOMParser().parseFromString(text,'text/html');
const fresh=page.querySelector('main');if(fresh&&!typing()){
const open=[...main.querySelectorAll('details[open]')].map(d=>d.id);
main.replaceChildren(...fresh.childNodes);open.forEach(id=>{const d=document.getElementById(id);if(d)d.open=true})}
delete line.dataset.off;say()};
const typing=()=>[...main.querySelectorAll('textarea,input[type=text],input[type=file]')].some(f=>f.value);
const off=()=>{const at=main.querySelector('time');line.dataset.off='NO_SIGNAL '+(at?at.textContent:'');say()};
const ask=(url,body)=>fetch(url,{method:body?'POST':'GET',body,headers:{Accept:'text/html'},credentials:'omit',
cache:'no-store',signal:AbortSignal.timeout(15000)});
const flush=async()=>{if(busy)return;busy=true;try{while(kept.length){const one=kept[0],body=one.form||new FormData();
if(!one.form)for(const [n,v] of one.fields)body.append(n,v);
body.set('waited_s',String((Date.now()-one.at)/1000));const answer=await ask(one.url,body);
if(answer.status>=500)throw 0;kept.shift();keep();if(one.form)one.done();await draw(answer)}}
catch(e){off()}finally{busy=false;say()}};
const look=async()=>{if(kept.length)return flush();try{await draw(await ask(location.pathname))}catch(e){off()}};
document.addEventListener('submit',event=>{const form=event.target,name=form.dataset.name;if(!name)return;
event.preventDefault();const data=new FormData(form),files=[...data.values()].some(v=>v instanceof File&&v.size);
const one={url:form.action,name,at:Date.now()};
if(files){one.form=data;one.done=()=>form.reset()}
else{one.fields=[...data].filter(([n,v])=>typeof v==='string');form.reset()}
if(!kept.some(k=>k.url===one.url&&JSON.stringify(k.fields)===JSON.stringify(one.fields)&&!one.form))kept.push(one);
keep();say();flush()});
addEventListener('online',look);setInterval(look,REFRESH_MS);if(kept.length)flush()})();"""
    .replace("NO_SIGNAL", NO_SIGNAL)
    .replace("WAITING", WAITING)
    .replace("REFRESH_MS", str(REFRESH_S * 1000))
    .replace("\n", "")
)
"""Answers without files outlive a reload of the page; every answer names its order, so that none counts twice."""
